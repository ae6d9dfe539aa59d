using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Webhooks;

namespace CleanApi.Application.Webhooks;

/// <summary>One delivery to a webhook endpoint of the caller's organization.</summary>
/// <param name="Id">The endpoint.</param>
/// <param name="DeliveryId">The delivery.</param>
[RequiresPermission(Permissions.WebhooksRead, Also = Permissions.EventsRead)]
[NoValidator("The ids are parsed by their types.")]
public sealed record GetWebhookDelivery(WebhookEndpointId Id, WebhookDeliveryId DeliveryId) : IQuery<WebhookDeliveryResponse>;
