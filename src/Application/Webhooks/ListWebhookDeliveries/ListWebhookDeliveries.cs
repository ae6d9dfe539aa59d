using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Webhooks;

namespace CleanApi.Application.Webhooks;

/// <summary>The deliveries to one webhook endpoint, a page at a time.</summary>
[RequiresPermission(Permissions.WebhooksRead, Also = Permissions.EventsRead)]
[SortedBy(nameof(WebhookDeliveryResponse.CreatedAt))]
public sealed record ListWebhookDeliveries : DatedQuery<WebhookDeliveryResponse>
{
    /// <summary>Only those that are so far.</summary>
    public WebhookDeliveryStatus? Status { get; init; }

    /// <summary>Whose; from the path, and so not settable from a query string.</summary>
    public WebhookEndpointId EndpointId { get; private init; }

    /// <summary>The same query for this endpoint's deliveries.</summary>
    public ListWebhookDeliveries Of(WebhookEndpointId endpointId) => this with { EndpointId = endpointId };
}
