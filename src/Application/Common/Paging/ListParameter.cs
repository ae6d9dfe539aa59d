using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace CleanApi.Application.Common.Paging;

/// <summary>A parameter that a list adds to <see cref="PagedQuery"/> and that filters it. Looked up once for each type of query.</summary>
/// <param name="Property">The property of the query.</param>
/// <param name="Read">Its value in a query; null where it was not sent.</param>
internal sealed record ListParameter(PropertyInfo Property, Func<PagedQuery, object?> Read)
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<ListParameter>> Parameters = new();

    /// <summary>All of a list, whichever class declares them, but those with <see cref="DoesNotFilterAttribute"/>.</summary>
    public static IReadOnlyList<ListParameter> Of(Type query) => Parameters.GetOrAdd(query, static type => [.. Declared(type)]);

    private static IEnumerable<ListParameter> Declared(Type query)
    {
        for (var type = query; !IsBase(type); type = type.BaseType!)
        {
            foreach (var property in type.GetProperties(Own))
            {
                if (property.PropertyType != typeof(Type) && !property.IsDefined(typeof(DoesNotFilterAttribute)))
                {
                    yield return new ListParameter(property, Reader(property));
                }
            }
        }
    }

    private static bool IsBase(Type type) => type == typeof(PagedQuery) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(PagedQuery<>));

    private static Func<PagedQuery, object?> Reader(PropertyInfo property)
    {
        var query = Expression.Parameter(typeof(PagedQuery), "query");
        var value = Expression.Property(Expression.Convert(query, property.DeclaringType!), property);
        return Expression.Lambda<Func<PagedQuery, object?>>(Expression.Convert(value, typeof(object)), query).Compile();
    }
}
