using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Webhooks;

/// <summary>An address of an organization's own to which its events are sent, signed after Standard Webhooks 1.0.</summary>
[IdPrefix("whk")]
public sealed class WebhookEndpoint : AggregateRoot<WebhookEndpointId>, ITenantOwned, ISoftDeletable
{
    /// <summary>Endpoints of an organization at most.</summary>
    public const int MaxPerOrganization = 20;

    /// <summary>Characters of a description at most.</summary>
    public const int MaxDescriptionLength = 200;

    /// <summary>Filters at most.</summary>
    public const int MaxEventTypes = 50;

    /// <summary>What a description has to be.</summary>
    public static readonly TextRule DescriptionRule = new(MaxDescriptionLength);

    /// <summary>How long a rotated secret signs beside its successor.</summary>
    public static readonly TimeSpan RotationPeriod = TimeSpan.FromHours(24);

    /// <summary>How long nobody is mailed again about the same endpoint.</summary>
    public static readonly TimeSpan NoticePeriod = TimeSpan.FromHours(24);

    private WebhookEndpoint()
    {
    }

    /// <inheritdoc />
    public OrganizationId OrganizationId { get; private init; }

    /// <summary>Where events are sent, absolute.</summary>
    [HostOnly]
    public string Url { get; private set; } = "";

    /// <summary>The filters: events that match one of them are sent (<see cref="EventTypeFilter"/>). In alphabetical order.</summary>
    public IReadOnlyList<string> EventTypes { get; private set; } = [];

    /// <summary>At most 200 characters; null when not given.</summary>
    public string? Description { get; private set; }

    /// <summary>Whether events are sent.</summary>
    public WebhookStatus Status { get; private set; }

    /// <summary>Why none are sent; null while they are.</summary>
    public WebhookDisabledReason? DisabledReason { get; private set; }

    /// <summary>When it was disabled, UTC; null while it is enabled.</summary>
    public DateTimeOffset? DisabledAt { get; private set; }

    /// <summary>Whether it gets the organization's events; in test mode it gets test events alone.</summary>
    public bool Livemode { get; private init; }

    /// <summary>The secret that signs, encrypted for this endpoint; empty once it is deleted.</summary>
    [Secret]
    public byte[] EncryptedSecret { get; private set; } = [];

    /// <summary>The secret before, which signs too until <see cref="PreviousSecretEndsAt"/>; null without one.</summary>
    [Secret]
    public byte[]? EncryptedPreviousSecret { get; private set; }

    /// <summary>When the secret before signs no more, UTC; null without one.</summary>
    public DateTimeOffset? PreviousSecretEndsAt { get; private set; }

    /// <summary>Until when it wants nothing, UTC: what happens before is sent then. Null, or past: at once.</summary>
    public DateTimeOffset? HeldUntil { get; private set; }

    /// <summary>When its organization was last mailed that it was disabled, UTC; null: never.</summary>
    public DateTimeOffset? NoticeSentAt { get; private set; }

    /// <inheritdoc />
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>Creates an endpoint, enabled.</summary>
    /// <param name="id">The id, for which the secret is encrypted.</param>
    /// <param name="organizationId">The organization.</param>
    /// <param name="terms">What its owner decides.</param>
    /// <param name="livemode">Whether it gets the organization's events.</param>
    /// <param name="encryptedSecret">The secret, encrypted.</param>
    /// <param name="now">The current time.</param>
    public static WebhookEndpoint Create(
        WebhookEndpointId id, OrganizationId organizationId, WebhookTerms terms, bool livemode, byte[] encryptedSecret, DateTimeOffset now)
    {
        var endpoint = new WebhookEndpoint
        {
            Id = id,
            OrganizationId = organizationId,
            Url = terms.Url,
            EventTypes = Sorted(terms.EventTypes),
            Description = DescriptionRule.Require(terms.Description, "description"),
            Livemode = livemode,
            EncryptedSecret = encryptedSecret,
            CreatedAt = now,
        };
        endpoint.Raise(new WebhookEndpointCreated(id, organizationId, endpoint.EventTypes));
        return endpoint;
    }

    /// <summary>Changes what its owner decides; raises nothing when all of it stays.</summary>
    public void Update(WebhookTerms terms, WebhookStatus status, DateTimeOffset now)
    {
        var types = Sorted(terms.EventTypes);
        var description = DescriptionRule.Change(Description, terms.Description, "description");
        if (terms.Url == Url && types.SequenceEqual(EventTypes, StringComparer.Ordinal) && description == Description && status == Status)
        {
            return;
        }

        // Whoever asked to be left alone was at the address before, or is asked for again.
        HeldUntil = terms.Url == Url && status == Status ? HeldUntil : null;
        (Url, EventTypes, Description) = (terms.Url, types, description);
        if (status != Status)
        {
            Status = status;
            DisabledReason = status == WebhookStatus.Disabled ? WebhookDisabledReason.Requested : null;
            DisabledAt = status == WebhookStatus.Disabled ? now : null;
        }

        Raise(new WebhookEndpointUpdated(Id, OrganizationId, EventTypes, Status), now);
    }

    /// <summary>Sends it nothing more, because it does not take it; false when it is disabled already.</summary>
    public bool GiveUp(WebhookDisabledReason reason, DateTimeOffset now)
    {
        if (Status == WebhookStatus.Disabled)
        {
            return false;
        }

        (Status, DisabledReason, DisabledAt) = (WebhookStatus.Disabled, reason, now);
        Raise(new WebhookEndpointDisabled(Id, OrganizationId, reason), now);
        return true;
    }

    /// <summary>
    /// Whether people are to be mailed that it was disabled: once within <see cref="NoticePeriod"/>, however often it is enabled again, and never of an endpoint in test
    /// mode. They are when this returns true.
    /// </summary>
    public bool TakeNotice(DateTimeOffset now)
    {
        if (!Livemode || NoticeSentAt > now - NoticePeriod)
        {
            return false;
        }

        NoticeSentAt = now;
        return true;
    }

    /// <summary>Replaces the secret. The one before signs too for <see cref="RotationPeriod"/>; one that was rotated before ends now.</summary>
    public void RotateSecret(byte[] encryptedSecret, DateTimeOffset now)
    {
        (EncryptedPreviousSecret, PreviousSecretEndsAt, EncryptedSecret) = (EncryptedSecret, now + RotationPeriod, encryptedSecret);
        Raise(new WebhookEndpointSecretRotated(Id, OrganizationId), now);
    }

    /// <summary>Deletes it, and its secrets at once.</summary>
    public void Delete(DateTimeOffset now)
    {
        (DeletedAt, EncryptedSecret, EncryptedPreviousSecret, PreviousSecretEndsAt) = (now, [], null, null);
        Raise(new WebhookEndpointDeleted(Id, OrganizationId), now);
    }

    private static IReadOnlyList<string> Sorted(IEnumerable<string> types) => [.. types.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
