using System.Linq.Expressions;
using Ardalis.Specification;
using CleanApi.Application.Common.Mapping;
using CleanApi.Domain.Common;

namespace CleanApi.Application.Common.Paging;

/// <summary>
/// One page of a list, keyset or numbered. A subclass adds its filters with <see cref="Match"/>, then calls <see cref="Order"/> once.
/// </summary>
/// <typeparam name="T">The entity.</typeparam>
/// <typeparam name="TResult">The row.</typeparam>
public abstract class PageSpecification<T, TResult> : Specification<T, TResult>
    where T : class
{
    private readonly Filters filters = new();
    private Func<TResult, Cursor> position = null!;

    /// <summary>Starts a page of the query.</summary>
    protected PageSpecification(IPagedQuery query)
    {
        PageQuery = query;
        Query.AsNoTracking();
    }

    /// <summary>What was asked for.</summary>
    public IPagedQuery PageQuery { get; }

    /// <summary>The filters alone, without order, position and limit: what the total counts.</summary>
    public ISpecification<T> Matching => filters;

    private bool Descending => string.Equals(PageQuery.OrderDir, PageLimits.Descending, StringComparison.Ordinal);

    /// <summary>Makes a page of the rows read: one more than the limit when items follow.</summary>
    public Page<TResult> ToPage(List<TResult> rows, long? total)
    {
        var hasMore = rows.Count > PageQuery.Limit;
        if (hasMore)
        {
            rows.RemoveAt(rows.Count - 1);
        }

        var next = hasMore && PageQuery.Page is null ? position(rows[^1]).Encode(PageQuery) : null;
        return new Page<TResult>(rows, PageQuery.Limit, hasMore, next, PageQuery.Total ? total : null, PageQuery.Page);
    }

    /// <summary>Only the entities for which this holds.</summary>
    protected void Match(Expression<Func<T, bool>> condition)
    {
        Query.Where(condition);
        filters.Add(condition);
    }

    /// <summary>Orders, goes to the position asked for, limits and projects.</summary>
    /// <param name="key">The order.</param>
    /// <param name="id">The entity's id, which breaks ties.</param>
    /// <param name="rowId">The same, of a row.</param>
    protected void Order<TId>(SortKey<T, TResult> key, Expression<Func<T, TId>> id, Func<TResult, TId> rowId)
        where TId : struct, ITypeId<TId>
    {
        position = row => new Cursor(key.ValueOf(row), rowId(row).Value);
        if (PageQuery.Cursor is not null)
        {
            var cursor = Cursor.Decode(PageQuery);
            Query.Where(key.After(cursor, Descending, id, TId.From(cursor.Id)));
        }

        var tieBreak = Expression.Lambda<Func<T, object?>>(Expression.Convert(id.Body, typeof(object)), id.Parameters);
        _ = Descending
            ? Query.OrderByDescending(key.Property).ThenByDescending(tieBreak)
            : Query.OrderBy(key.Property).ThenBy(tieBreak);
        if (PageQuery.Page is { } page)
        {
            Query.Skip((page - 1) * PageQuery.Limit);
        }

        Query.Take(PageQuery.Limit + 1);
        Query.Select(Projection<T, TResult>.Expression);
    }

    private sealed class Filters : Specification<T>
    {
        public void Add(Expression<Func<T, bool>> condition) => Query.Where(condition);
    }
}
