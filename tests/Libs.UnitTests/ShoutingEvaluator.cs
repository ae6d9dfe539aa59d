using Ardalis.Specification;
using Ardalis.Specification.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Libs.UnitTests;

/// <summary>An evaluator of one's own: it sends every tag a second time, in capitals.</summary>
public sealed class ShoutingEvaluator : SpecificationEvaluator
{
    public override IQueryable<T> GetQuery<T>(IQueryable<T> query, ISpecification<T> specification, bool evaluateCriteriaOnly = false) =>
        specification.QueryTags.Aggregate(
            base.GetQuery(query, specification, evaluateCriteriaOnly), (tagged, tag) => tagged.TagWith(tag.ToUpperInvariant()));
}
