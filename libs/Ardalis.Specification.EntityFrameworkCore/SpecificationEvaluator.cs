// Stands in for the package Ardalis.Specification.EntityFrameworkCore 9.3.1 until the feed carries it. It has the part of the package that
// this project uses: the repository base, and the evaluator without its exchangeable parts. A specification that asks for more is refused.

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
        Require(specification.SelectorMany is null && specification.PostProcessingAction is null);
        var selector = specification.Selector ?? throw new SelectorNotFoundException();
        return GetQuery(query, (ISpecification<T>)specification).Select(selector);
    }

    /// <inheritdoc/>
    public virtual IQueryable<T> GetQuery<T>(IQueryable<T> query, ISpecification<T> specification, bool evaluateCriteriaOnly = false)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(specification);
        Require(!specification.IncludeExpressions.Any() && !specification.IncludeStrings.Any() && !specification.SearchCriterias.Any());
        Require(specification is { AsSplitQuery: false, AsNoTrackingWithIdentityResolution: false, IgnoreAutoIncludes: false, PostProcessingAction: null });
        query = WhereEvaluator.Instance.GetQuery(query, specification);
        if (!evaluateCriteriaOnly) query = PaginationEvaluator.Instance.GetQuery(OrderEvaluator.Instance.GetQuery(query, specification), specification);
        if (specification.AsNoTracking) query = query.AsNoTracking();
        if (specification.AsTracking) query = query.AsTracking();
        if (specification.IgnoreQueryFilters) query = query.IgnoreQueryFilters();
        return specification.QueryTags.Aggregate(query, (tagged, tag) => tagged.TagWith(tag));
    }

    // The genuine specifications can say more than this evaluator applies; left out silently, it would be a wrong query.
    private static void Require(bool isApplied)
    {
        if (!isApplied) throw new NotSupportedException("The stand-in of Ardalis.Specification.EntityFrameworkCore does not apply all of this specification.");
    }
}
