using System.Linq.Expressions;
using Ardalis.Specification;
using CleanApi.Application.Common.Mapping;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Common;

namespace CleanApi.Application.Common.Paging;

/// <summary>One page of a list, keyset or numbered, in the order that its query asks for. A subclass adds its filters.</summary>
/// <typeparam name="T">The entity.</typeparam>
/// <typeparam name="TResult">The row.</typeparam>
public abstract class PageSpecification<T, TResult> : Specification<T, TResult>
    where T : class
{
    private readonly Filters filters = new();
    private readonly SortKey<T, TResult> key;

    /// <summary>Orders, goes to the position asked for, limits and projects.</summary>
    protected PageSpecification(PagedQuery<TResult> query)
    {
        PageQuery = query;
        key = SortKey<T, TResult>.By(query.OrderBy);
        var isDescending = string.Equals(query.OrderDir, PageLimits.Descending, StringComparison.Ordinal);
        Query.AsNoTracking();
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

    /// <summary>Only the entities for which this holds.</summary>
    protected void Match(Expression<Func<T, bool>> condition)
    {
        Query.Where(condition);
        filters.Add(condition);
    }

    /// <summary>Only the entities that have the text in their <see cref="ISearchable.SearchText"/>; all of them where there is nothing to look for.</summary>
    protected void Search(string? search)
    {
        if (SearchText.Normalize(search) is not { } text)
        {
            return;
        }

        // A trigram index has nothing to go by in a shorter text and would be read whole; the concatenation keeps PostgreSQL from choosing it.
        Expression<Func<string, bool>> isFound = SearchText.HasTrigram(text) ? searched => searched.Contains(text) : searched => (searched + "").Contains(text);
        var entity = Expression.Parameter(typeof(T), "entity");
        var searched = Expression.Property(entity, nameof(ISearchable.SearchText));
        Match(Expression.Lambda<Func<T, bool>>(new ReplaceParameter(isFound.Parameters[0], searched).Visit(isFound.Body), entity));
    }

    private sealed class Filters : Specification<T>
    {
        public void Add(Expression<Func<T, bool>> condition) => Query.Where(condition);
    }

    private sealed class ReplaceParameter(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
