using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Webhooks;

namespace CleanApi.Application.Webhooks;

/// <summary>Sends a webhook endpoint an event that says that it is a test.</summary>
/// <param name="Id">The endpoint.</param>
[RequiresPermission(Permissions.WebhooksManage)]
[Audited("webhook_endpoint.tested")]
[NoValidator("The id is parsed by its type.")]
public sealed record TestWebhook(WebhookEndpointId Id) : ICommand<WebhookDeliveryResponse>;
