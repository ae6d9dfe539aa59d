using CleanApi.Domain.Events;
using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Common.Events;

/// <summary>What is known of an event besides its values.</summary>
/// <param name="Id">The event.</param>
/// <param name="Name">Its stable name: <c>user.created.v1</c>.</param>
/// <param name="DeliveryId">The delivery to this handler, the same at each attempt: its idempotency key.</param>
/// <param name="OrganizationId">The organization; null where it belongs to none.</param>
/// <param name="SubjectType">The kind of what it is about: <c>user</c>.</param>
/// <param name="SubjectId">The UUID of what it is about.</param>
/// <param name="Version">The version of the aggregate by it.</param>
/// <param name="Ordinal">Its place among the events of its save.</param>
/// <param name="OccurredAt">When, UTC.</param>
/// <param name="Actor">Who has caused it; null where nobody had signed in.</param>
/// <param name="RequestId">The request that has caused it; null where there was none.</param>
public sealed record EventContext(
    OutboxEventId Id,
    string Name,
    OutboxDeliveryId DeliveryId,
    OrganizationId? OrganizationId,
    string SubjectType,
    Guid SubjectId,
    long Version,
    short Ordinal,
    DateTimeOffset OccurredAt,
    EventActor? Actor,
    string? RequestId)
{
    /// <summary>The public id of what it is about.</summary>
    public string Subject => PublicIds.Format(SubjectType, SubjectId);
}
