using CleanApi.Application.Auditing;
using CleanApi.Domain.Auditing;
using CleanApi.WebApi.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.Auditing;

/// <summary>Who did what in your organization, and what was refused.</summary>
[Route("/api/v1/audit-logs")]
[Tags("Audit log")]
public sealed class AuditLogsController(ISender sender) : ResourceController<AuditLogResponse, AuditLogResource>(sender)
{
    /// <summary>Lists the audit log</summary>
    /// <remarks>Administrators only. A page of the log of your organization, newest first by default. An entry is written with the change that it is about, and never changes.</remarks>
    [HttpGet(Name = "listAuditLogs")]
    [ProducesResponseType<PageDocument<AuditLogResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> List([FromQuery] ListAuditLogs query, CancellationToken cancellationToken) => Page(query, cancellationToken);

    /// <summary>Returns an entry of the audit log</summary>
    /// <remarks>Administrators only.</remarks>
    [HttpGet("{id}", Name = "getAuditLog")]
    [ProducesResponseType<Document<AuditLogResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Get(AuditLogId id, CancellationToken cancellationToken) => One(new GetAuditLog(id), cancellationToken);
}
