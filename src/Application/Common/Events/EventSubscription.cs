using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Common.Events;

/// <summary>That a handler gets an event.</summary>
/// <param name="Handler">The stable name of the handler.</param>
/// <param name="EventName">The event; null: every one.</param>
/// <param name="IsTransactional">Whether its effects are in the database alone, and one transaction has them and the note that it has run.</param>
/// <param name="Wants">Whether it wants an event of this name and organization.</param>
/// <param name="HandleAsync">Has a new handler handle it.</param>
public sealed record EventSubscription(
    string Handler,
    string? EventName,
    bool IsTransactional,
    Func<IServiceProvider, string, OrganizationId?, bool> Wants,
    Func<IServiceProvider, StoredEvent, CancellationToken, Task> HandleAsync);
