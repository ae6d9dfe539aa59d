using CleanApi.Domain.Common;
using CleanApi.Domain.Events;
using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Webhooks;

/// <summary>One event on its way to one endpoint: what is sent, and what came of the last attempt. Its id is the <c>webhook-id</c> of every attempt.</summary>
[IdPrefix("dlv")]
public sealed class WebhookDelivery : ITenantOwned
{
    /// <summary>Bytes of a payload at most (Standard Webhooks 1.0 recommends less than 20 kB).</summary>
    public const int MaxPayloadBytes = 20_000;

    /// <summary>Bytes of an answer that are kept.</summary>
    public const int MaxResponseBytes = 1024;

    private WebhookDelivery()
    {
    }

    /// <summary>The identifier.</summary>
    public WebhookDeliveryId Id { get; private init; }

    /// <inheritdoc />
    public OrganizationId OrganizationId { get; private init; }

    /// <summary>The endpoint.</summary>
    public WebhookEndpointId EndpointId { get; private init; }

    /// <summary>The event in the event log; null for a test.</summary>
    public OutboxEventId? EventId { get; private init; }

    /// <summary>The event's name.</summary>
    public string EventType { get; private init; } = "";

    /// <summary>The body of the request, JSON; the same bytes in every attempt.</summary>
    public string Payload { get; private init; } = "";

    /// <summary>How far it is.</summary>
    public WebhookDeliveryStatus Status { get; private set; }

    /// <summary>Attempts since it was created, or asked for again.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it is to be sent, UTC; while somebody is at it, when somebody else may take it over.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Whose turn it is; null before the first.</summary>
    public Guid? LeaseToken { get; private set; }

    /// <summary>When it was last tried, UTC; null before the first attempt.</summary>
    public DateTimeOffset? AttemptedAt { get; private set; }

    /// <summary>How long the last attempt took, in milliseconds.</summary>
    public int? DurationMilliseconds { get; private set; }

    /// <summary>The status of the last answer; null when there was none.</summary>
    public int? ResponseStatus { get; private set; }

    /// <summary>The beginning of the last answer's body, as UTF-8.</summary>
    public string? ResponseBody { get; private set; }

    /// <summary>Why the last attempt got no answer, or one that is a failure; null when it succeeded.</summary>
    public string? LastError { get; private set; }

    /// <summary>When it arrived, UTC.</summary>
    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>When it was given up, UTC.</summary>
    public DateTimeOffset? FailedAt { get; private set; }

    /// <summary>When it was created, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it was created, tried or asked for again last, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Incremented with each change.</summary>
    public long Version { get; private set; } = 1;

    /// <summary>Creates one that is due now, or when its endpoint wants to be sent to again.</summary>
    /// <exception cref="ArgumentException">The payload is larger than <see cref="MaxPayloadBytes"/>.</exception>
    public static WebhookDelivery Create(OrganizationId organizationId, WebhookEndpointId endpointId, WebhookPayload payload, OutboxEventId? eventId, DateTimeOffset now, DateTimeOffset? heldUntil = null) => new()
    {
        Id = TypeId.New<WebhookDeliveryId>(now),
        OrganizationId = organizationId,
        EndpointId = endpointId,
        EventId = eventId,
        EventType = payload.Type,
        Payload = System.Text.Encoding.UTF8.GetByteCount(payload.Json) <= MaxPayloadBytes
            ? payload.Json
            : throw new ArgumentException($"The event {payload.Type} is too large for a webhook.", nameof(payload)),
        DueAt = heldUntil > now ? heldUntil.Value : now,
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <summary>Sends it again, from the beginning of the schedule; an attempt that is under way counts no more.</summary>
    public void SendAgain(DateTimeOffset now)
    {
        (Status, Attempts, DueAt, LeaseToken, DeliveredAt, FailedAt, UpdatedAt) = (WebhookDeliveryStatus.Pending, 0, now, null, null, null, now);
        Version++;
    }
}
