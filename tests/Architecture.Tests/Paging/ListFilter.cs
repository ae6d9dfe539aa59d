using System.Reflection;
using System.Runtime.CompilerServices;
using CleanApi.Application.Common.Paging;

namespace CleanApi.Architecture.Tests.Paging;

/// <summary>Which items a list has is part of its cursors: with another filter, a cursor leads to a position that the list does not have.</summary>
internal static class ListFilter
{
    // What decides of the same items which are shown, in what order, and with what beside them.
    private static readonly HashSet<string> NotFilters = [.. typeof(IPagedQuery).GetProperties().Select(property => property.Name), "Include", "EqualityContract"];

    /// <summary>The properties of a query that decide which items match.</summary>
    public static IEnumerable<PropertyInfo> Properties(Type query) =>
        query.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(property => property.CanWrite && !property.Name.Contains('.') && !NotFilters.Contains(property.Name));

    /// <summary>Those of them that a cursor is not bound to.</summary>
    public static IEnumerable<string> Ignored(Type query) =>
        Properties(query).Where(property => Bound(query, property, Sample(property.PropertyType)) == Bound(query, property, null)).Select(property => $"{query.Name}.{property.Name}");

    private static string Bound(Type type, PropertyInfo property, object? value)
    {
        var query = (IPagedQuery)RuntimeHelpers.GetUninitializedObject(type);
        property.SetValue(query, value);
        return new Cursor("", Guid.Empty).Encode(query);
    }

    private static object Sample(Type type) => Nullable.GetUnderlyingType(type) is { } underlying ? Sample(underlying)
        : type == typeof(string) ? "sample"
        : type == typeof(bool) ? true
        : type == typeof(DateTimeOffset) ? DateTimeOffset.UnixEpoch
        : type.IsEnum ? Enum.GetValues(type).GetValue(type.GetEnumValues().Length - 1)!
        : type.GetMethod("From", [typeof(Guid)]) is { } from ? from.Invoke(null, [new Guid("0190f3a0-0000-7000-8000-000000000001")])!
        : throw new NotSupportedException($"Give a sample of {type} here.");
}
