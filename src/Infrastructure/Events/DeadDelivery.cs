using CleanApi.Domain.Events;
using CleanApi.Domain.Organizations;

namespace CleanApi.Infrastructure.Events;

/// <summary>A delivery that was given up.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="EventId">The event.</param>
/// <param name="EventName">Its name.</param>
/// <param name="Handler">The stable name of the handler.</param>
/// <param name="OrganizationId">The organization; null where the event belongs to none.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="DeadAt">When it was given up, UTC.</param>
/// <param name="LastError">What went wrong last.</param>
internal sealed record DeadDelivery(
    OutboxDeliveryId Id, OutboxEventId EventId, string EventName, string Handler, OrganizationId? OrganizationId, int Attempts, DateTimeOffset DeadAt, string LastError);
