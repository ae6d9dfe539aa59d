using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Auditing;

namespace CleanApi.Application.Auditing;

/// <summary>One page of an organization's audit log: the tenant's filter says whose.</summary>
internal sealed class ListAuditLogsSpec(ListAuditLogs query) : PageSpecification<AuditLog, AuditLogResponse>(query);
