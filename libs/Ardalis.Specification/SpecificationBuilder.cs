namespace Ardalis.Specification;

/// <inheritdoc cref="ISpecificationBuilder{T}"/>
internal class SpecificationBuilder<T>(Specification<T> specification) : IOrderedSpecificationBuilder<T>
{
    public Specification<T> Specification { get; } = specification;

    /// <summary>A sort key was left out by its condition; the keys chained to it are left out with it.</summary>
    internal bool IsChainDiscarded { get; set; }
}

/// <inheritdoc cref="ISpecificationBuilder{T,TResult}"/>
internal sealed class SpecificationBuilder<T, TResult>(Specification<T, TResult> specification)
    : SpecificationBuilder<T>(specification), IOrderedSpecificationBuilder<T, TResult>
{
    public new Specification<T, TResult> Specification { get; } = specification;
}
