using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using CleanApi.Application.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Auditing;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Organizations;

namespace CleanApi.WebApi.Auditing;

/// <summary>Something that was done in your organization, or that was refused. It never changes.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Type">Always <c>audit_log</c>.</param>
/// <param name="Attributes">Its attributes.</param>
/// <param name="Relationships">What it belongs to.</param>
public sealed record AuditLogResource(AuditLogId Id, string Type, AuditLogAttributes Attributes, AuditLogRelationships Relationships)
    : IResource<AuditLogResource, AuditLogResponse>
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "audit_log";

    /// <inheritdoc />
    public static AuditLogResource Of(AuditLogResponse entry)
    {
        var (actorType, actorId) = Actor(entry);
        return new(
            entry.Id,
            TypeName,
            new AuditLogAttributes(
                entry.Action,
                entry.Outcome,
                actorType,
                actorId,
                entry.TargetType,
                entry.TargetId,
                entry.IpAddress,
                entry.UserAgent,
                entry.RequestId,
                entry.Reason,
                JsonElement.Parse(entry.Changes),
                entry.CreatedAt),
            new AuditLogRelationships(new(entry.OrganizationId, OrganizationResource.TypeName)));
    }

    /// <inheritdoc />
    public string GetId() => Id.ToString();

    // A refusal without an actor is of somebody unknown; what succeeded without one, the system did.
    private static (string? Type, string? Id) Actor(AuditLogResponse entry) =>
        entry.ApiKeyId is { } key ? ("api_key", TypeId.Format(key))
        : entry.ActorId is { } user ? ("user", TypeId.Format(user))
        : (entry.Outcome == AuditOutcome.Succeeded ? "system" : null, null);
}

/// <summary>Attributes of an entry of the audit log.</summary>
/// <param name="Action">What was done or attempted.</param>
/// <param name="Outcome">`SUCCEEDED`; `DENIED`: who it was is known and may not do it; `FAILED`: whoever it was did not prove who they are.</param>
/// <param name="ActorType">`user`, `api_key` or `system`; null where nobody proved who they are.</param>
/// <param name="ActorId">The user's or key's id; null for the system, and where nobody proved who they are.</param>
/// <param name="TargetType">The type of what it was done to; null where nothing is known.</param>
/// <param name="TargetId">Its id, as the request named it where it was refused; null where nothing is known.</param>
/// <param name="IpAddress">The client's IP address; null where there was no client, or none that you may see.</param>
/// <param name="UserAgent">The client's User-Agent.</param>
/// <param name="RequestId">The request's id: the same as in `X-Request-ID` and in the log.</param>
/// <param name="Reason">Why it was denied or failed; null where it succeeded.</param>
/// <param name="Changes">Each field that changed, with its value before (`from`) and after (`to`); without secrets.</param>
/// <param name="CreatedAt">When, UTC.</param>
public sealed record AuditLogAttributes(
    [property: MaxLength(100), Example("user.updated")] string Action,
    AuditOutcome Outcome,
    [property: MaxLength(20), Example("user")] string? ActorType,
    [property: MaxLength(100), Example("usr_01h455vb4pex5vsknk084sn02q")] string? ActorId,
    [property: MaxLength(50), Example("user")] string? TargetType,
    [property: MaxLength(100), Example("usr_01h455vb4pex5vsknk084sn02q")] string? TargetId,
    [property: MaxLength(45), Example("203.0.113.7")] string? IpAddress,
    [property: MaxLength(500), Example("Mozilla/5.0")] string? UserAgent,
    [property: MaxLength(30), Example("req_01h455vb4pex5vsknk084sn02q")] string? RequestId,
    [property: MaxLength(100), Example("INSUFFICIENT_ROLE")] string? Reason,
    [property: Example("""{"name":{"from":"Ada","to":"Ada Lovelace"}}""")] JsonElement Changes,
    DateTimeOffset CreatedAt);

/// <summary>What an entry belongs to.</summary>
/// <param name="Organization">The organization.</param>
public sealed record AuditLogRelationships(Relationship<OrganizationId, OrganizationSummary> Organization);
