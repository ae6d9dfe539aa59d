using CleanApi.Domain.Common;

namespace CleanApi.Application.Common.Events;

/// <summary>
/// Does what follows from an event: one class, found by scan, with the stable name that its <see cref="EventHandlerAttribute"/> gives it. It runs after the event's
/// transaction, as the system in the event's organization, once for each event, and in the order of the events of one subject. Its changes are saved in one
/// transaction with the note that it has run: both or neither. A handler that reaches past the database says so with <see cref="RunsOutsideTransactionAttribute"/>.
/// </summary>
/// <typeparam name="TEvent">The event.</typeparam>
public interface IEventHandler<in TEvent>
    where TEvent : IDomainEvent
{
    /// <summary>Handles an event. Whatever it throws, it is tried again later, 20 times within some four hours; events of other subjects go on meanwhile.</summary>
    Task HandleAsync(TEvent domainEvent, EventContext context, CancellationToken cancellationToken);
}
