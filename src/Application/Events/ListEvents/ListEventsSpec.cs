using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Events;
using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Events;

/// <summary>One page of an organization's event log. What has no position yet is not in it: it comes at its end.</summary>
internal sealed class ListEventsSpec : PageSpecification<OutboxEvent, EventResponse>
{
    public ListEventsSpec(ListEvents query, OrganizationId organizationId, long? after)
        : base(query)
    {
        Match(one => one.OrganizationId == organizationId && one.Position != null);
        if (after is { } position)
        {
            Match(one => one.Position > position);
        }
    }
}
