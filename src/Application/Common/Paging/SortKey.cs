using System.Collections.Concurrent;
using System.Linq.Expressions;

namespace CleanApi.Application.Common.Paging;

/// <summary>An order that a list offers: by one property, then by id. The entity and the row of a page have both under the same names.</summary>
/// <typeparam name="T">The entity.</typeparam>
/// <typeparam name="TResult">The row that a page consists of.</typeparam>
internal abstract class SortKey<T, TResult>
{
    private static readonly ConcurrentDictionary<string, SortKey<T, TResult>> Keys = new(StringComparer.Ordinal);

    /// <summary>The property, for <c>ORDER BY</c>.</summary>
    public abstract Expression<Func<T, object?>> Property { get; }

    /// <summary>The id, which breaks ties.</summary>
    public abstract Expression<Func<T, object?>> Id { get; }

    /// <summary>The order of a name that <c>orderBy</c> knows.</summary>
    /// <exception cref="InvalidOperationException">Entity and row do not both have such a property, or no text form of it is known.</exception>
    public static SortKey<T, TResult> By(string name) => Keys.GetOrAdd(name, static key => Create(key));

    /// <summary>Where a row is in this order.</summary>
    public abstract Cursor PositionOf(TResult row);

    /// <summary>The rows that come after a position in this order.</summary>
    public abstract Expression<Func<T, bool>> KeysetPredicate(Cursor cursor, bool descending);

    private static SortKey<T, TResult> Create(string name)
    {
        var property = char.ToUpperInvariant(name[0]) + name[1..];
        if (typeof(T).GetProperty(property) is not { PropertyType: var type } || typeof(TResult).GetProperty(property)?.PropertyType != type
            || typeof(T).GetProperty("Id") is not { PropertyType: var id } || typeof(TResult).GetProperty("Id")?.PropertyType != id)
        {
            throw new InvalidOperationException($"A list of {typeof(TResult).Name} cannot be ordered by {name}: {typeof(T).Name} and it need that and the id.");
        }

        return (SortKey<T, TResult>)Activator.CreateInstance(typeof(PropertySortKey<,,,>).MakeGenericType(typeof(T), typeof(TResult), type, id), property)!;
    }
}
