namespace Ardalis.Specification;

/// <summary>Builds a specification that has a first sort key, and takes further ones.</summary>
/// <typeparam name="T">The entity.</typeparam>
public interface IOrderedSpecificationBuilder<T> : ISpecificationBuilder<T>;

/// <summary>Builds a projecting specification that has a first sort key, and takes further ones.</summary>
/// <typeparam name="T">The entity.</typeparam>
/// <typeparam name="TResult">What is made of each.</typeparam>
public interface IOrderedSpecificationBuilder<T, TResult> : ISpecificationBuilder<T, TResult>, IOrderedSpecificationBuilder<T>;
