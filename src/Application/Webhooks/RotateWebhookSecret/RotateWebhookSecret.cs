using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Webhooks;

namespace CleanApi.Application.Webhooks;

/// <summary>Gives a webhook endpoint another secret; the one before signs too for 24 hours.</summary>
/// <param name="Id">The endpoint.</param>
[RequiresPermission(Permissions.WebhooksManage)]
[Audited("webhook_endpoint.secret_rotated")]
[RequiresRecentAuthentication]
[NoValidator("The id is parsed by its type.")]
public sealed record RotateWebhookSecret(WebhookEndpointId Id) : ICommand<WebhookEndpointResponse>;
