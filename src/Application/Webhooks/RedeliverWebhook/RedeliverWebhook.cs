using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Webhooks;

namespace CleanApi.Application.Webhooks;

/// <summary>Sends a delivery again, under the same <c>webhook-id</c> and from the beginning of the schedule.</summary>
/// <param name="Id">The endpoint.</param>
/// <param name="DeliveryId">The delivery.</param>
[RequiresPermission(Permissions.WebhooksManage, Also = Permissions.EventsRead)]
[Audited("webhook_delivery.redelivered")]
[NoValidator("The ids are parsed by their types.")]
public sealed record RedeliverWebhook(WebhookEndpointId Id, WebhookDeliveryId DeliveryId) : ICommand<WebhookDeliveryResponse>;
