namespace Ardalis.Specification.EntityFrameworkCore;

/// <summary>Specifications as a step of a query.</summary>
public static class DbSetExtensions
{
    /// <summary>The entities of a query that a specification selects.</summary>
    /// <param name="source">The query.</param>
    /// <param name="specification">What to select.</param>
    /// <param name="evaluator">Applies the specification; <see cref="SpecificationEvaluator.Default"/> when null.</param>
    public static IQueryable<TSource> WithSpecification<TSource>(
        this IQueryable<TSource> source, ISpecification<TSource> specification, ISpecificationEvaluator? evaluator = null)
        where TSource : class =>
        (evaluator ?? SpecificationEvaluator.Default).GetQuery(source, specification);

    /// <summary>What a specification makes of the entities of a query that it selects.</summary>
    /// <param name="source">The query.</param>
    /// <param name="specification">What to select, and what to make of it.</param>
    /// <param name="evaluator">Applies the specification; <see cref="SpecificationEvaluator.Default"/> when null.</param>
    public static IQueryable<TResult> WithSpecification<TSource, TResult>(
        this IQueryable<TSource> source, ISpecification<TSource, TResult> specification, ISpecificationEvaluator? evaluator = null)
        where TSource : class =>
        (evaluator ?? SpecificationEvaluator.Default).GetQuery(source, specification);
}
