using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Auditing;

/// <summary>Checks that nobody has changed, deleted, moved or inserted an entry of the audit log of the caller's organization.</summary>
[RequiresPermission(Permissions.AuditLogsRead)]
[Audited("audit_log.verified")]
[ManagesTransaction("Reads the whole log, which takes its time.")]
[NoValidator("There is nothing to send.")]
public sealed record VerifyAuditLog : ICommand<AuditVerificationResponse>;
