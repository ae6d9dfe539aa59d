using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Webhooks;
using MediatR;

namespace CleanApi.Application.Webhooks;

/// <summary>Deletes a webhook endpoint: its secrets at once, and what was not sent yet is not sent any more.</summary>
/// <param name="Id">The endpoint.</param>
[RequiresPermission(Permissions.WebhooksManage)]
[Audited("webhook_endpoint.deleted")]
[NoValidator("The id is parsed by its type.")]
public sealed record DeleteWebhook(WebhookEndpointId Id) : ICommand<Unit>;
