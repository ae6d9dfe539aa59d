// Stands in for the package Ardalis.Specification 9.3.1 until the feed carries it. It has the part of the package that this project uses:
// filters, order, paging, projection, tracking, query filters and tags; no includes, search, caching or post-processing.

using System.Linq.Expressions;

namespace Ardalis.Specification;

/// <summary>A query for entities, as an object.</summary>
/// <typeparam name="T">The entity.</typeparam>
public interface ISpecification<T>
{
    /// <summary>Builds the specification.</summary>
    ISpecificationBuilder<T> Query { get; }

    /// <summary>The filters; an entity passes all of them.</summary>
    IEnumerable<WhereExpressionInfo<T>> WhereExpressions { get; }

    /// <summary>The sort keys, the first one first.</summary>
    IEnumerable<OrderExpressionInfo<T>> OrderExpressions { get; }

    /// <summary>How many entities to return; -1 for all.</summary>
    int Take { get; }

    /// <summary>How many entities to leave out at the start; -1 for none.</summary>
    int Skip { get; }

    /// <summary>Comments for the statement that is sent to the database.</summary>
    IEnumerable<string> QueryTags { get; }

    /// <summary>The entities are tracked for changes, whatever the context's default is.</summary>
    bool AsTracking { get; }

    /// <summary>The entities are not tracked for changes.</summary>
    bool AsNoTracking { get; }

    /// <summary>The model's query filters are not applied.</summary>
    bool IgnoreQueryFilters { get; }

    /// <summary>The entities of a collection in memory that the specification selects: filtered, sorted and paged.</summary>
    IEnumerable<T> Evaluate(IEnumerable<T> entities);

    /// <summary>Whether one entity passes the filters.</summary>
    bool IsSatisfiedBy(T entity);
}

/// <summary>A query for something made of entities, as an object.</summary>
/// <typeparam name="T">The entity.</typeparam>
/// <typeparam name="TResult">What is made of each.</typeparam>
public interface ISpecification<T, TResult> : ISpecification<T>
{
    /// <summary>Builds the specification.</summary>
    new ISpecificationBuilder<T, TResult> Query { get; }

    /// <summary>What is made of an entity.</summary>
    Expression<Func<T, TResult>>? Selector { get; }

    /// <summary>What is made of those entities of a collection in memory that the specification selects.</summary>
    /// <exception cref="SelectorNotFoundException">The specification has no selector.</exception>
    new IEnumerable<TResult> Evaluate(IEnumerable<T> entities);
}
