using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Webhooks;

/// <summary>Creates a webhook endpoint.</summary>
/// <param name="Url">Where events are sent: a public https address at port 443 or 8443.</param>
/// <param name="EventTypes">Which events: names, beginnings of names followed by <c>.*</c>, or <c>*</c>; all of them when omitted.</param>
/// <param name="Description">At most 200 characters.</param>
/// <param name="Livemode">Whether it gets the organization's events (the default), or test events alone.</param>
[RequiresPermission(Permissions.WebhooksManage, Also = Permissions.EventsRead)]
[Audited("webhook_endpoint.created")]
[RequiresRecentAuthentication]
[ManagesTransaction("The host's name is resolved first.")]
public sealed record CreateWebhook(
    [property: Example("https://hooks.example.com/cleanapi")] string? Url,
    [property: Example("user.*", "post.created.v1")] IReadOnlyList<string>? EventTypes = null,
    [property: Example("Keeps the directory in step.")] string? Description = null,
    bool Livemode = true) : ICommand<WebhookEndpointResponse>;
