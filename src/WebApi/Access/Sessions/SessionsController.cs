using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.Access;

/// <summary>Where you are signed in.</summary>
[Route(Path)]
[Tags("Sessions")]
public sealed class SessionsController(ISender sender) : ResourceController<ActiveSessionResponse, ActiveSessionResource>(sender)
{
    /// <summary>Where the list is.</summary>
    internal const string Path = "/api/v1/me/sessions";

    /// <summary>Lists your sessions</summary>
    /// <remarks>A page of the places where you are signed in, in all of your organizations, newest first by default. Follow `links.next` until it is null.</remarks>
    [HttpGet(Name = "listMySessions")]
    [ProducesResponseType<PageDocument<ActiveSessionResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> List([FromQuery] ListMySessions query, CancellationToken cancellationToken) => Page(query, cancellationToken);

    /// <summary>Ends your other sessions</summary>
    /// <remarks>All in all of your organizations but the one that sends the request; their access and refresh tokens are revoked immediately.</remarks>
    [HttpDelete(Name = "endMyOtherSessions")]
    [LimitedBySession]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> DeleteOthers(CancellationToken cancellationToken) => NoContent(new EndMyOtherSessions(), cancellationToken);

    /// <summary>Ends one of your sessions</summary>
    /// <remarks>
    /// And with it those that switching between organizations has opened from the same sign-in: their access and refresh tokens are revoked immediately.
    /// </remarks>
    [HttpDelete("{id}", Name = "endMySession")]
    [LimitedBySession]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Delete(SessionId id, CancellationToken cancellationToken) => NoContent(new EndMySession(id), cancellationToken);
}
