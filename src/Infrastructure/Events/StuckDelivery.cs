using CleanApi.Application.Common.Events;
using CleanApi.Domain.Events;
using CleanApi.Domain.Organizations;

namespace CleanApi.Infrastructure.Events;

/// <summary>A delivery that goes on by nobody but an operator: it was given up, or this version has no such handler.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="EventId">The event.</param>
/// <param name="EventName">Its name.</param>
/// <param name="Handler">The stable name of the handler.</param>
/// <param name="OrganizationId">The organization; null where the event belongs to none.</param>
/// <param name="SubjectType">The kind of what the event is about.</param>
/// <param name="SubjectId">What it is about.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="OccurredAt">When the event has happened, UTC.</param>
/// <param name="DeadAt">When it was given up, UTC; null where it waits for its handler.</param>
/// <param name="LastError">What went wrong last; empty where nothing has.</param>
internal sealed record StuckDelivery(
    OutboxDeliveryId Id,
    OutboxEventId EventId,
    string EventName,
    string Handler,
    OrganizationId? OrganizationId,
    string SubjectType,
    Guid SubjectId,
    int Attempts,
    DateTimeOffset OccurredAt,
    DateTimeOffset? DeadAt,
    string LastError)
{
    /// <summary>The public id of what the event is about.</summary>
    public string Subject => PublicIds.Format(SubjectType, SubjectId);
}
