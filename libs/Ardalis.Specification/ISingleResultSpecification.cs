namespace Ardalis.Specification;

/// <summary>A query for at most one entity.</summary>
/// <typeparam name="T">The entity.</typeparam>
public interface ISingleResultSpecification<T> : ISpecification<T>;

/// <summary>A query for something made of at most one entity.</summary>
/// <typeparam name="T">The entity.</typeparam>
/// <typeparam name="TResult">What is made of it.</typeparam>
public interface ISingleResultSpecification<T, TResult> : ISpecification<T, TResult>;
