using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Webhooks;

namespace CleanApi.Application.Webhooks;

/// <summary>One page of an endpoint's deliveries.</summary>
internal sealed class ListWebhookDeliveriesSpec(ListWebhookDeliveries query) : PageSpecification<WebhookDelivery, WebhookDeliveryResponse>(query);
