using System.Linq.Expressions;

namespace CleanApi.Application.Common.Paging;

/// <summary>An order that a list offers: by one property, then by id.</summary>
/// <typeparam name="T">The entity.</typeparam>
/// <typeparam name="TResult">The row that a page consists of.</typeparam>
public abstract class SortKey<T, TResult>
{
    /// <summary>What <c>orderBy</c> calls it.</summary>
    public abstract string Name { get; }

    /// <summary>The property, for <c>ORDER BY</c>.</summary>
    internal abstract Expression<Func<T, object?>> Property { get; }

    /// <summary>A row's sort value as text, for a cursor.</summary>
    internal abstract string ValueOf(TResult row);

    /// <summary>The rows that come after a position in this order.</summary>
    internal abstract Expression<Func<T, bool>> After<TId>(Cursor cursor, bool descending, Expression<Func<T, TId>> id, TId position);
}
