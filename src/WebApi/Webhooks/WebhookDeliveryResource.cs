using System.ComponentModel.DataAnnotations;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Webhooks;
using CleanApi.Domain.Events;
using CleanApi.Domain.Webhooks;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Webhooks;

/// <summary>One event on its way to one webhook endpoint.</summary>
/// <param name="Id">The delivery's id, which is the `webhook-id` of every attempt.</param>
/// <param name="Type">Always <c>webhook_delivery</c>.</param>
/// <param name="Attributes">Its attributes.</param>
/// <param name="Relationships">Where it goes.</param>
public sealed record WebhookDeliveryResource(WebhookDeliveryId Id, string Type, WebhookDeliveryAttributes Attributes, WebhookDeliveryRelationships Relationships)
    : IResource<WebhookDeliveryResource, WebhookDeliveryResponse>
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "webhook_delivery";

    /// <inheritdoc />
    public static WebhookDeliveryResource Of(WebhookDeliveryResponse delivery) => new(
        delivery.Id,
        TypeName,
        new WebhookDeliveryAttributes(
            delivery.EventId,
            delivery.EventType,
            delivery.Status,
            delivery.Attempts,
            delivery.Status == WebhookDeliveryStatus.Pending ? delivery.DueAt : null,
            delivery.AttemptedAt,
            delivery.DurationMilliseconds,
            delivery.Payload.Length > WebhookDelivery.MaxResponseBytes ? delivery.Payload[..WebhookDelivery.MaxResponseBytes] : delivery.Payload,
            delivery.ResponseStatus,
            delivery.ResponseBody,
            delivery.LastError,
            delivery.DeliveredAt,
            delivery.FailedAt,
            delivery.CreatedAt,
            delivery.UpdatedAt),
        new WebhookDeliveryRelationships(new(delivery.EndpointId, WebhookEndpointResource.TypeName)));

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}

/// <summary>Attributes of a delivery.</summary>
/// <param name="EventId">The event in the event log; null for a test.</param>
/// <param name="EventType">The event's name.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Attempts">Attempts since it was created, or asked for again.</param>
/// <param name="NextAttemptAt">When it is tried next, UTC; null when it is not tried again. While the endpoint is disabled, it waits: when the endpoint is enabled, it is tried at once.</param>
/// <param name="AttemptedAt">When it was last tried, UTC; null before the first attempt.</param>
/// <param name="DurationMilliseconds">How long the last attempt took.</param>
/// <param name="RequestBody">What is sent, cut after 1,024 characters.</param>
/// <param name="ResponseStatus">The status of the last answer; null when there was none.</param>
/// <param name="ResponseBody">The last answer's body, cut after 1,024 bytes.</param>
/// <param name="LastError">Why the last attempt failed; null when it did not.</param>
/// <param name="DeliveredAt">When the endpoint took it, UTC; null while it has not.</param>
/// <param name="FailedAt">When it was given up, UTC; null while it is not.</param>
/// <param name="CreatedAt">When it was created, UTC.</param>
/// <param name="UpdatedAt">When it last changed, UTC.</param>
public sealed record WebhookDeliveryAttributes(
    OutboxEventId? EventId,
    [property: MaxLength(EventTypeFilter.MaxLength), Example("user.created.v1")] string EventType,
    WebhookDeliveryStatus Status,
    [property: AtLeast(0), Example(1)] int Attempts,
    DateTimeOffset? NextAttemptAt,
    DateTimeOffset? AttemptedAt,
    [property: AtLeast(0), Example(87)] int? DurationMilliseconds,
    [property: MaxLength(WebhookDelivery.MaxResponseBytes), Example("""{"id":"evt_01h455vb4pex5vsknk084sn02q","type":"user.created.v1","timestamp":"2076-01-31T12:00:00.000Z","subject":{"type":"user","id":"usr_01h455vb4pex5vsknk084sn02q"},"version":1,"data":{}}""")] string RequestBody,
    [property: Range(100, 999), Example(204)] int? ResponseStatus,
    [property: MaxLength(WebhookDelivery.MaxResponseBytes), Example("ok")] string? ResponseBody,
    [property: MaxLength(200), Example("The endpoint answered 500")] string? LastError,
    DateTimeOffset? DeliveredAt,
    DateTimeOffset? FailedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <summary>Where a delivery goes.</summary>
/// <param name="Endpoint">The webhook endpoint.</param>
public sealed record WebhookDeliveryRelationships(Relationship<WebhookEndpointId, WebhookAttributes> Endpoint);
