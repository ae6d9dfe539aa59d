using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Auditing;
using MediatR;

namespace CleanApi.Application.Auditing;

internal sealed class ListAuditLogsHandler(IReadRepository<AuditLog> entries) : IRequestHandler<ListAuditLogs, Page<AuditLogResponse>>
{
    public Task<Page<AuditLogResponse>> Handle(ListAuditLogs query, CancellationToken cancellationToken) =>
        entries.PageAsync(new ListAuditLogsSpec(query), cancellationToken);
}
