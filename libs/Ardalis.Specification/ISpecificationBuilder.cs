namespace Ardalis.Specification;

/// <summary>Builds a specification of entities; its methods are <see cref="SpecificationBuilderExtensions"/>.</summary>
/// <typeparam name="T">The entity.</typeparam>
public interface ISpecificationBuilder<T>
{
    /// <summary>The specification being built.</summary>
    Specification<T> Specification { get; }
}

/// <summary>Builds a specification of something made of entities.</summary>
/// <typeparam name="T">The entity.</typeparam>
/// <typeparam name="TResult">What is made of each.</typeparam>
public interface ISpecificationBuilder<T, TResult> : ISpecificationBuilder<T>
{
    /// <summary>The specification being built.</summary>
    new Specification<T, TResult> Specification { get; }
}
