namespace Ardalis.Specification;

/// <summary>Applies specifications to queries.</summary>
public interface ISpecificationEvaluator
{
    /// <summary>What a specification makes of the entities that it selects.</summary>
    /// <exception cref="SelectorNotFoundException">The specification has no selector.</exception>
    IQueryable<TResult> GetQuery<T, TResult>(IQueryable<T> inputQuery, ISpecification<T, TResult> specification) where T : class;

    /// <summary>The entities that a specification selects.</summary>
    /// <param name="inputQuery">The query applied to.</param>
    /// <param name="specification">What to select.</param>
    /// <param name="evaluateCriteriaOnly">Leaves out order and paging, for counts.</param>
    /// <exception cref="DuplicateOrderChainException">The specification has a second first sort key.</exception>
    IQueryable<T> GetQuery<T>(IQueryable<T> inputQuery, ISpecification<T> specification, bool evaluateCriteriaOnly = false) where T : class;
}
