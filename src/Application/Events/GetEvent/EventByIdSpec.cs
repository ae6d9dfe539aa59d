using Ardalis.Specification;
using CleanApi.Application.Common.Mapping;
using CleanApi.Domain.Events;
using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Events;

/// <summary>One event of an organization's log.</summary>
internal sealed class EventByIdSpec : Specification<OutboxEvent, EventResponse>
{
    public EventByIdSpec(OutboxEventId id, OrganizationId organizationId)
    {
        Query.AsNoTracking().Where(one => one.Id == id && one.OrganizationId == organizationId && one.Position != null);
        Query.Select(Projection<OutboxEvent, EventResponse>.Expression);
    }
}
