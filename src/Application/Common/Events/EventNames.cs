using System.Collections.Concurrent;
using System.Reflection;
using CleanApi.Domain.Common;

namespace CleanApi.Application.Common.Events;

/// <summary>The stable names of events.</summary>
public static class EventNames
{
    private static readonly ConcurrentDictionary<Type, string> Known = new();

    /// <summary>The types of all events, by name.</summary>
    public static IReadOnlyDictionary<string, Type> Types { get; } = typeof(IDomainEvent).Assembly.GetTypes()
        .Where(type => type.IsClass && type.IsAssignableTo(typeof(IDomainEvent)))
        .ToDictionary(Of, StringComparer.Ordinal);

    /// <summary>The names of those that belong to an organization, which its people and programs get to see.</summary>
    public static IReadOnlyList<string> OfOrganizations { get; } =
        [.. Types.Where(one => one.Value.IsAssignableTo(typeof(IOrganizationEvent))).Select(one => one.Key).Order(StringComparer.Ordinal)];

    /// <summary>The name of an event.</summary>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public static string Of(Type type) => Known.GetOrAdd(type, static one => one.GetCustomAttribute<EventNameAttribute>()?.Name
        ?? throw new InvalidOperationException($"{one.Name} has no [EventName], without which nobody can subscribe to it."));
}
