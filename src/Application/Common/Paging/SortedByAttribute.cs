using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace CleanApi.Application.Common.Paging;

/// <summary>
/// The orders that a list offers, the default first. Each is a member that the entity and the response have under this name; its table needs an index on the
/// tenant (or owner), that column and the id.
/// </summary>
/// <param name="members">Names of members: <c>nameof(UserResponse.CreatedAt)</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SortedByAttribute(params string[] members) : Attribute
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<string>> Names = new();

    /// <summary>The members.</summary>
    public IReadOnlyList<string> Members { get; } = members;

    /// <summary>What <c>orderBy</c> calls the orders of a list.</summary>
    /// <exception cref="InvalidOperationException">The list names none.</exception>
    public static IReadOnlyList<string> NamesOf(Type query) => Names.GetOrAdd(query, static type =>
        type.GetCustomAttribute<SortedByAttribute>() is { Members: { Count: > 0 } members }
            ? [.. members.Select(JsonNamingPolicy.CamelCase.ConvertName)]
            : throw new InvalidOperationException($"{type.Name} needs [SortedBy]: what it is ordered by."));
}
