using System.ComponentModel.DataAnnotations;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Validation;
using CleanApi.Application.Webhooks;
using CleanApi.Domain.Webhooks;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Webhooks;

/// <summary>A webhook endpoint whose secret was just made, with the secret itself.</summary>
/// <param name="Id">The endpoint's id.</param>
/// <param name="Type">Always <c>webhook_endpoint</c>.</param>
/// <param name="Attributes">Its attributes, with the secret itself.</param>
/// <param name="Relationships">What it belongs to.</param>
public sealed record WebhookWithSecretResource(WebhookEndpointId Id, string Type, WebhookWithSecretAttributes Attributes, WebhookRelationships Relationships)
    : IResource<WebhookWithSecretResource, WebhookEndpointResponse>
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = WebhookEndpointResource.TypeName;

    /// <inheritdoc />
    public static WebhookWithSecretResource Of(WebhookEndpointResponse endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var resource = WebhookEndpointResource.Of(endpoint);
        var known = resource.Attributes;
        return new WebhookWithSecretResource(
            resource.Id,
            TypeName,
            new WebhookWithSecretAttributes(
                known.Url,
                endpoint.Secret ?? throw new InvalidOperationException("A secret is told only when it is made."),
                known.EventTypes,
                known.Description,
                known.Status,
                known.DisabledReason,
                known.DisabledAt,
                known.Livemode,
                known.PreviousSecretEndsAt,
                known.CreatedAt,
                known.UpdatedAt),
            resource.Relationships);
    }

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}

/// <summary>What is told of a webhook endpoint when a secret is made, once.</summary>
/// <param name="Url">Where events are sent.</param>
/// <param name="Secret">The secret that signs, for the libraries of Standard Webhooks: in this answer, and never again.</param>
/// <param name="EventTypes">Which events: names, beginnings of names followed by `.*`, or `*` for all.</param>
/// <param name="Description">At most 200 characters.</param>
/// <param name="Status">Whether events are sent.</param>
/// <param name="DisabledReason">Why none are sent; null while they are.</param>
/// <param name="DisabledAt">When it was disabled, UTC; null while it is enabled.</param>
/// <param name="Livemode">Whether it gets the organization's events; in test mode it gets test events alone.</param>
/// <param name="PreviousSecretEndsAt">Until when the secret before signs too, UTC; null where there was none.</param>
/// <param name="CreatedAt">When it was created, UTC.</param>
/// <param name="UpdatedAt">When it last changed, UTC.</param>
public sealed record WebhookWithSecretAttributes(
    [property: Url, MaxLength(SafeUrl.MaxLength), Example("https://hooks.example.com/cleanapi")] string Url,
    [property: RegularExpression("^whsec_[A-Za-z0-9+/]{43}=$"), Example("whsec_" + "EXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAMPLE0=")] string Secret,
    [property: Example("user.*", "post.created.v1")] IReadOnlyList<string> EventTypes,
    [property: MaxLength(WebhookEndpoint.MaxDescriptionLength), Example("Keeps the directory in step.")] string? Description,
    WebhookStatus Status,
    [property: RegularExpression("^(REQUESTED|GONE|FAILING)$"), Example("FAILING")] string? DisabledReason,
    DateTimeOffset? DisabledAt,
    bool Livemode,
    DateTimeOffset? PreviousSecretEndsAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    /// <summary>Without the secret: whoever reads a log must not be able to sign.</summary>
    public override string ToString() => nameof(WebhookWithSecretAttributes);
}
