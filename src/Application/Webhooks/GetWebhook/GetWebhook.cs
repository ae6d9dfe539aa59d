using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Webhooks;

namespace CleanApi.Application.Webhooks;

/// <summary>One webhook endpoint of the caller's organization.</summary>
/// <param name="Id">The id.</param>
[RequiresPermission(Permissions.WebhooksRead)]
[NoValidator("The id is parsed by its type.")]
public sealed record GetWebhook(WebhookEndpointId Id) : IGetById<WebhookEndpointId, WebhookEndpointResponse>;
