using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Auditing;
using CleanApi.Domain.Common;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Auditing;

/// <summary>The audit log of the caller's organization, a page at a time.</summary>
[RequiresPermission(Permissions.AuditLogsRead)]
[SortedBy(nameof(AuditLogResponse.CreatedAt))]
public sealed record ListAuditLogs : PagedQuery<AuditLogResponse>
{
    /// <summary>Only what this user did, in person or by an API key of theirs, or what this API key did.</summary>
    [DoesNotFilter("What it names does.")]
    public string? Actor { get; init; }

    /// <summary>Only this action, or with `.*` at its end all actions that begin so.</summary>
    [MatchesNames(nameof(AuditLog.Action))]
    public string? Action { get; init; }

    /// <summary>Only what was done to the resource with this id.</summary>
    [DoesNotFilter("TargetId does.")]
    public string? Target { get; init; }

    /// <summary>Only what ended so.</summary>
    public AuditOutcome? Outcome { get; init; }

    /// <summary>Only what was recorded after this time, exclusive.</summary>
    public DateTimeOffset? CreatedAfter { get; init; }

    /// <summary>Only what was recorded before this time, exclusive.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    internal UserId? ActorId => TypeId.TryParse<UserId>(Actor, out var user) ? user : null;

    internal ApiKeyId? ApiKeyId => TypeId.TryParse<ApiKeyId>(Actor, out var key) ? key : null;

    internal string? TargetId => Target;
}
