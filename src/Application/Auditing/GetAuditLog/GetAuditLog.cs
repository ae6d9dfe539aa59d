using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Auditing;

namespace CleanApi.Application.Auditing;

/// <summary>One entry of the audit log of the caller's organization.</summary>
/// <param name="Id">The entry.</param>
[RequiresPermission(Permissions.AuditLogsRead)]
[NoValidator("The id is parsed by its type.")]
public sealed record GetAuditLog(AuditLogId Id) : IGetById<AuditLogId, AuditLogResponse>;
