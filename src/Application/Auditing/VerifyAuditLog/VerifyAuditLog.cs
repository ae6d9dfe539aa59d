using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Auditing;

/// <summary>Checks that nobody has changed, deleted, moved or inserted an entry of the audit log of the caller's organization.</summary>
[RequiresPermission(Permissions.AuditLogsRead)]
[Audited("audit_log.verified")]
[ManagesTransaction("Reads much of the log, which takes its time.")]
public sealed record VerifyAuditLog : ICommand<AuditVerificationResponse>
{
    /// <summary>Only what is behind this place of the chain, as an earlier answer has told it. Needs the digest that was there.</summary>
    [Example(1234)]
    public long? Position { get; init; }

    /// <summary>The digest at that place, as that answer has told it: another one there now is a fault.</summary>
    public string? Digest { get; init; }
}
