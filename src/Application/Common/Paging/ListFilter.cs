using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;

namespace CleanApi.Application.Common.Paging;

/// <summary>
/// Everything that decides which items of a list match, as text: each property that the query adds to <see cref="PagedQuery"/>, so that none can be forgotten.
/// The properties are looked up once for each type of query.
/// </summary>
internal static class ListFilter
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Func<PagedQuery, object?>>> Parameters = new();

    /// <summary>The list's name and the values of its parameters, each unambiguous.</summary>
    public static IReadOnlyList<string?> Of(PagedQuery query) =>
        [query.GetType().Name, .. Parameters.GetOrAdd(query.GetType(), Read).SelectMany(parameter => Texts(parameter(query)))];

    private static IReadOnlyList<Func<PagedQuery, object?>> Read(Type query)
    {
        List<Func<PagedQuery, object?>> parameters = [];
        for (var type = query; !IsBase(type); type = type.BaseType!)
        {
            parameters.AddRange(type.GetProperties(Own)
                .Where(property => property.PropertyType != typeof(Type) && !property.IsDefined(typeof(DoesNotFilterAttribute)))
                .Select(Reader));
        }

        return parameters;
    }

    private static bool IsBase(Type type) => type == typeof(PagedQuery) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(PagedQuery<>));

    private static Func<PagedQuery, object?> Reader(PropertyInfo property)
    {
        var query = Expression.Parameter(typeof(PagedQuery), "query");
        var value = Expression.Property(Expression.Convert(query, property.DeclaringType!), property);
        return Expression.Lambda<Func<PagedQuery, object?>>(Expression.Convert(value, typeof(object)), query).Compile();
    }

    private static IEnumerable<string?> Texts(object? value) => value switch
    {
        null or string => [(string?)value],
        IEnumerable several => [.. several.Cast<object?>().SelectMany(Texts), "]"],
        _ => [Convert.ToString(value, CultureInfo.InvariantCulture)],
    };
}
