using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Common.Events;

/// <summary>Who gets which event. A singleton.</summary>
public sealed class EventSubscriptions
{
    private readonly Dictionary<string, EventSubscription[]> byEvent;
    private readonly Dictionary<(string Handler, string Event), EventSubscription> byHandler;
    private readonly EventSubscription[] every;
    private readonly IServiceProvider services;

    /// <summary>Indexes what was found by scan.</summary>
    public EventSubscriptions(IEnumerable<EventSubscription> all, IServiceProvider services)
    {
        this.services = services;
        All = [.. all];
        byEvent = All.Where(one => one.EventName is not null).GroupBy(one => one.EventName!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        every = [.. All.Where(one => one.EventName is null)];
        byHandler = All.ToDictionary(one => (one.Handler, one.EventName ?? ""));
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<EventSubscription> All { get; }

    /// <summary>Those who get an event.</summary>
    public IEnumerable<EventSubscription> Of(string name, OrganizationId? organizationId) =>
        byEvent.GetValueOrDefault(name, []).Concat(every.Where(one => one.Wants(services, name, organizationId)));

    /// <summary>The one that a delivery is for; null when there is no such handler any more, or it does not get this event.</summary>
    public EventSubscription? Find(string handler, string name) =>
        byHandler.GetValueOrDefault((handler, name)) ?? byHandler.GetValueOrDefault((handler, ""));
}
