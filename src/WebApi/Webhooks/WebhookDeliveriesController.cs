using CleanApi.Application.Webhooks;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Webhooks;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.Webhooks;

/// <summary>What was sent to webhook endpoints, and what came of it.</summary>
[Route("/api/v1/webhooks/{id}")]
[Tags("Webhook deliveries")]
public sealed class WebhookDeliveriesController(ISender sender) : ResourceController<WebhookDeliveryResponse, WebhookDeliveryResource>(sender)
{
    /// <summary>Lists the deliveries to a webhook endpoint</summary>
    /// <remarks>
    /// The delivery log, newest first by default: each event once, with what came of its last attempt. Requests and answers are cut short. Kept for 30 days unless
    /// the operator sets another time.
    /// </remarks>
    [HttpGet("deliveries", Name = "listWebhookDeliveries")]
    [ProducesResponseType<PageDocument<WebhookDeliveryResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> List(WebhookEndpointId id, [FromQuery] ListWebhookDeliveries query, CancellationToken cancellationToken) =>
        Page(query.Of(id), cancellationToken);

    /// <summary>Returns a delivery to a webhook endpoint</summary>
    /// <remarks>What came of its last attempt: for whoever waits for it after a test or a redelivery.</remarks>
    [HttpGet("deliveries/{deliveryId}", Name = "getWebhookDelivery")]
    [ProducesResponseType<Document<WebhookDeliveryResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Get(WebhookEndpointId id, WebhookDeliveryId deliveryId, CancellationToken cancellationToken) =>
        One(new GetWebhookDelivery(id, deliveryId), cancellationToken);

    /// <summary>Tests a webhook endpoint</summary>
    /// <remarks>Sends it an event `webhook_endpoint.tested.v1`, whatever its filters and its mode, as every other one is sent. The delivery log tells what came of it.</remarks>
    [HttpPost("test", Name = "testWebhook")]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.WebhookDisabled)]
    [ProducesResponseType<Document<WebhookDeliveryResource>>(StatusCodes.Status202Accepted)]
    public Task<IActionResult> Test(WebhookEndpointId id, CancellationToken cancellationToken) => Queued(new TestWebhook(id), cancellationToken);

    /// <summary>Redelivers an event to a webhook endpoint</summary>
    /// <remarks>
    /// Sends it again, delivered or not, under the same `webhook-id`: a receiver that has it already tells so by that. The schedule of attempts begins anew.
    /// </remarks>
    [HttpPost("deliveries/{deliveryId}/redeliver", Name = "redeliverWebhook")]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.WebhookDisabled)]
    [ProducesResponseType<Document<WebhookDeliveryResource>>(StatusCodes.Status202Accepted)]
    public Task<IActionResult> Redeliver(WebhookEndpointId id, WebhookDeliveryId deliveryId, CancellationToken cancellationToken) =>
        Queued(new RedeliverWebhook(id, deliveryId), cancellationToken);
}
