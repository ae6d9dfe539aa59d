// Stands in for the package Ardalis.Specification.EntityFrameworkCore 9.3.1 until the feed carries it. It has the part of the package that
// this project uses: the repository base, the evaluator without its exchangeable parts, and the evaluator as an extension of queries.

using Microsoft.EntityFrameworkCore;

namespace Ardalis.Specification.EntityFrameworkCore;

/// <summary>Applies specifications to queries.</summary>
public class SpecificationEvaluator : ISpecificationEvaluator
{
    /// <summary>The one that is used when no other is given.</summary>
    public static SpecificationEvaluator Default { get; } = new();

    /// <inheritdoc/>
    public virtual IQueryable<TResult> GetQuery<T, TResult>(IQueryable<T> query, ISpecification<T, TResult> specification) where T : class
    {
        ArgumentNullException.ThrowIfNull(specification);
        var selector = specification.Selector ?? throw new SelectorNotFoundException();
        return GetQuery(query, (ISpecification<T>)specification).Select(selector);
    }

    /// <inheritdoc/>
    public virtual IQueryable<T> GetQuery<T>(IQueryable<T> query, ISpecification<T> specification, bool evaluateCriteriaOnly = false)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(specification);
        foreach (var where in specification.WhereExpressions)
            query = query.Where(where.Filter);
        if (!evaluateCriteriaOnly) query = Page(Sort(query, specification), specification);
        if (specification.AsNoTracking) query = query.AsNoTracking();
        if (specification.AsTracking) query = query.AsTracking();
        if (specification.IgnoreQueryFilters) query = query.IgnoreQueryFilters();
        return specification.QueryTags.Aggregate(query, (tagged, tag) => tagged.TagWith(tag));
    }

    private static IQueryable<T> Sort<T>(IQueryable<T> query, ISpecification<T> specification)
    {
        IOrderedQueryable<T>? sorted = null;
        foreach (var key in specification.OrderExpressions)
        {
            sorted = (key.OrderType, sorted) switch
            {
                (OrderTypeEnum.OrderBy, null) => query.OrderBy(key.KeySelector),
                (OrderTypeEnum.OrderByDescending, null) => query.OrderByDescending(key.KeySelector),
                (OrderTypeEnum.ThenBy, not null) => sorted.ThenBy(key.KeySelector),
                (OrderTypeEnum.ThenByDescending, not null) => sorted.ThenByDescending(key.KeySelector),
                _ => throw new DuplicateOrderChainException(),
            };
        }

        return sorted ?? query;
    }

    private static IQueryable<T> Page<T>(IQueryable<T> query, ISpecification<T> specification)
    {
        if (specification.Skip > 0) query = query.Skip(specification.Skip);
        return specification.Take < 0 ? query : query.Take(specification.Take);
    }
}
