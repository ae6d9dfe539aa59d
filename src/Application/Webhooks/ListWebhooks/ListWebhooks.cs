using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Webhooks;

namespace CleanApi.Application.Webhooks;

/// <summary>The webhook endpoints of the caller's organization, a page at a time.</summary>
[RequiresPermission(Permissions.WebhooksRead)]
[SortedBy(nameof(WebhookEndpointResponse.CreatedAt))]
public sealed record ListWebhooks : DatedQuery<WebhookEndpointResponse>
{
    /// <summary>Only those that events are sent to, or not.</summary>
    public WebhookStatus? Status { get; init; }
}
