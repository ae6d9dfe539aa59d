using System.Linq.Expressions;
using Ardalis.Specification;
using CleanApi.Application.Common.Mapping;

namespace CleanApi.Application.Common.Paging;

/// <summary>
/// One page of a list, keyset or numbered, in the order that its query asks for and filtered by the query's parameters (<see cref="ListConditions{T}"/>). A
/// subclass adds conditions that the caller does not send.
/// </summary>
/// <typeparam name="T">The entity.</typeparam>
/// <typeparam name="TResult">The row.</typeparam>
public class PageSpecification<T, TResult> : Specification<T, TResult>
    where T : class
{
    private readonly Filters filters = new();
    private readonly SortKey<T, TResult> key;

    /// <summary>Filters, orders, goes to the position asked for, limits and projects.</summary>
    public PageSpecification(PagedQuery<TResult> query)
    {
        PageQuery = query;
        key = SortKey<T, TResult>.By(query.OrderBy);
        var isDescending = string.Equals(query.OrderDir, PageLimits.Descending, StringComparison.Ordinal);
        Query.AsNoTracking();
        foreach (var condition in ListConditions<T>.Of(query))
        {
            Match(condition);
        }

        if (query.Cursor is not null)
        {
            Query.Where(key.KeysetPredicate(Cursor.Decode(query), isDescending));
        }

        _ = isDescending
            ? Query.OrderByDescending(key.Property).ThenByDescending(key.Id)
            : Query.OrderBy(key.Property).ThenBy(key.Id);
        if (query.Page is { } page)
        {
            Query.Skip((page - 1) * query.Limit);
        }

        Query.Take(query.Limit + 1);
        Query.Select(Projection<T, TResult>.Expression);
    }

    /// <summary>What was asked for.</summary>
    public PagedQuery PageQuery { get; }

    /// <summary>The filters alone, without order, position and limit: what the total counts.</summary>
    public ISpecification<T> Matching => filters;

    /// <summary>Makes a page of the rows read: one more than the limit when items follow.</summary>
    public Page<TResult> ToPage(List<TResult> rows, long? total)
    {
        var hasMore = rows.Count > PageQuery.Limit;
        if (hasMore)
        {
            rows.RemoveAt(rows.Count - 1);
        }

        var next = hasMore && PageQuery.Page is null ? key.PositionOf(rows[^1]).Encode(PageQuery) : null;
        return new Page<TResult>(rows, PageQuery.Limit, hasMore, next, PageQuery.Total ? total : null, PageQuery.Page);
    }

    /// <summary>
    /// Of all organizations that row-level security shows the caller, which only the operator of the platform sees more than one of. Soft-deleted entities are among them:
    /// the subclass leaves them out.
    /// </summary>
    protected void SpanOrganizations()
    {
        Query.IgnoreQueryFilters();
        filters.SpanOrganizations();
    }

    /// <summary>Only the entities for which this holds.</summary>
    protected void Match(Expression<Func<T, bool>> condition)
    {
        Query.Where(condition);
        filters.Add(condition);
    }

    private sealed class Filters : Specification<T>
    {
        public void Add(Expression<Func<T, bool>> condition) => Query.Where(condition);

        public void SpanOrganizations() => Query.IgnoreQueryFilters();
    }
}
