using CleanApi.Application.Common.Events;
using CleanApi.Infrastructure.Queue;

namespace CleanApi.Infrastructure.Events;

/// <summary>A delivery whose turn it is, with its event.</summary>
/// <param name="Handler">The stable name of the handler.</param>
/// <param name="Event">The event.</param>
/// <param name="Traceparent">The span that has caused it.</param>
/// <param name="LeaseToken">Whose turn it is.</param>
/// <param name="Attempts">How often it was tried.</param>
internal sealed record ClaimedDelivery(string Handler, StoredEvent Event, string? Traceparent, Guid? LeaseToken, int Attempts) : IQueued
{
    /// <inheritdoc />
    public Guid Id => Event.Context.DeliveryId.Value;

    /// <summary>What it is handled in the order of.</summary>
    public DeliveryStream Stream => new(Handler, Event.Context.SubjectId);
}
