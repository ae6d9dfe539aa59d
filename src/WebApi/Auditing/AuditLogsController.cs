using CleanApi.Application.Auditing;
using CleanApi.Domain.Auditing;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.RateLimits;
using CleanApi.WebApi.Requests;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

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

    /// <summary>Verifies the audit log</summary>
    /// <remarks>
    /// Administrators only. Compares every entry of your organization with what was sealed of it soon after it was written, and names the first that was changed, deleted, moved or
    /// inserted since by somebody who got at the database. A log too long for one request is compared in several, each behind the position and the digest that the one before ended with. Those
    /// that you have kept from an earlier check show whether the chain before them was written anew.
    /// </remarks>
    [HttpPost("verify", Name = "verifyAuditLog")]
    [EnableRateLimiting(RatePolicies.Expensive)]
    [ProducesResponseType<Document<AuditVerificationResource>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Verify([FromQuery] VerifyAuditLog command, CancellationToken cancellationToken) => new BodyResult<Document<AuditVerificationResource>>(
        StatusCodes.Status200OK,
        new(AuditVerificationResource.Of(await Sender.Send(command, cancellationToken)), new Meta(RequestContext.Of(HttpContext).Id)));
}
