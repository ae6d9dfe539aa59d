using System.Text.Json.Serialization;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Webhooks;

namespace CleanApi.Application.Webhooks;

/// <summary>Changes a webhook endpoint; absent fields stay as they are (RFC 7396).</summary>
[RequiresPermission(Permissions.WebhooksManage, Also = Permissions.EventsRead)]
[Audited("webhook_endpoint.updated")]
[RequiresRecentAuthentication]
[ManagesTransaction("The host's name is resolved first.")]
public sealed record UpdateWebhook : ICommand<WebhookEndpointResponse>
{
    /// <summary>Where events are sent: a public https address at port 443 or 8443.</summary>
    [Example("https://hooks.example.com/cleanapi")]
    public Optional<string> Url { get; init; }

    /// <summary>Which events: names, beginnings of names followed by <c>.*</c>, or <c>*</c>.</summary>
    [Example("user.*")]
    public Optional<IReadOnlyList<string>> EventTypes { get; init; }

    /// <summary>At most 200 characters; null removes it.</summary>
    [Example("Keeps the directory in step.")]
    public Optional<string> Description { get; init; }

    /// <summary>Whether events are sent.</summary>
    [Example("ENABLED")]
    public Optional<WebhookStatus?> Status { get; init; }

    /// <summary>The endpoint; from the path.</summary>
    [JsonIgnore]
    public WebhookEndpointId Id { get; init; }
}
