using System.ComponentModel.DataAnnotations;
using CleanApi.Application.Common.Json;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Validation;
using CleanApi.Application.Webhooks;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Webhooks;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Organizations;

namespace CleanApi.WebApi.Webhooks;

/// <summary>A webhook endpoint.</summary>
/// <param name="Id">The endpoint's id.</param>
/// <param name="Type">Always <c>webhook_endpoint</c>.</param>
/// <param name="Attributes">Its attributes.</param>
/// <param name="Relationships">What it belongs to.</param>
public sealed record WebhookEndpointResource(WebhookEndpointId Id, string Type, WebhookAttributes Attributes, WebhookRelationships Relationships)
    : IResource<WebhookEndpointResource, WebhookEndpointResponse>
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "webhook_endpoint";

    /// <inheritdoc />
    public static WebhookEndpointResource Of(WebhookEndpointResponse endpoint) => new(
        endpoint.Id,
        TypeName,
        new WebhookAttributes(
            endpoint.Url,
            endpoint.EventTypes,
            endpoint.Description,
            endpoint.Status,
            endpoint.DisabledReason is { } reason ? EnumNames.Of(typeof(WebhookDisabledReason)).Names[(int)reason] : null,
            endpoint.DisabledAt,
            endpoint.Livemode,
            endpoint.PreviousSecretEndsAt,
            endpoint.CreatedAt,
            endpoint.UpdatedAt),
        new WebhookRelationships(new(endpoint.OrganizationId, OrganizationResource.TypeName)));

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}

/// <summary>Attributes of a webhook endpoint.</summary>
/// <param name="Url">Where events are sent.</param>
/// <param name="EventTypes">Which events: names, beginnings of names followed by `.*`, or `*` for all.</param>
/// <param name="Description">At most 200 characters.</param>
/// <param name="Status">Whether events are sent.</param>
/// <param name="DisabledReason">Why none are sent: REQUESTED by somebody, GONE because the endpoint answered 410, or FAILING for about 76 hours; null while they are.</param>
/// <param name="DisabledAt">When it was disabled, UTC; null while it is enabled.</param>
/// <param name="Livemode">Whether it gets the organization's events; in test mode it gets test events alone.</param>
/// <param name="PreviousSecretEndsAt">Until when the secret before signs too, UTC; null where there was none.</param>
/// <param name="CreatedAt">When it was created, UTC.</param>
/// <param name="UpdatedAt">When it last changed, UTC.</param>
public sealed record WebhookAttributes(
    [property: Url, MaxLength(SafeUrl.MaxLength), Example("https://hooks.example.com/cleanapi")] string Url,
    [property: Example("user.*", "post.created.v1")] IReadOnlyList<string> EventTypes,
    [property: MaxLength(WebhookEndpoint.MaxDescriptionLength), Example("Keeps the directory in step.")] string? Description,
    WebhookStatus Status,
    [property: RegularExpression("^(REQUESTED|GONE|FAILING)$"), Example("FAILING")] string? DisabledReason,
    DateTimeOffset? DisabledAt,
    bool Livemode,
    DateTimeOffset? PreviousSecretEndsAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <summary>What a webhook endpoint belongs to.</summary>
/// <param name="Organization">The organization.</param>
public sealed record WebhookRelationships(Relationship<OrganizationId, OrganizationSummary> Organization);
