using CleanApi.Application.Access;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using CleanApi.WebApi.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CleanApi.WebApi.Access;

/// <summary>The caller's own password.</summary>
/// <param name="sender">Sends to the application.</param>
[Route("/api/v1/me/password")]
[Tags("Me")]
public sealed class MyPasswordController(ISender sender) : CommandController(sender)
{
    /// <summary>Changes your password</summary>
    /// <remarks>
    /// Needs the current one; a wrong one is 422 on `currentPassword`. Your other sessions end, unless `endOtherSessions` is false; the current one stays valid.
    /// Without a password, set one by `POST /api/auth/forgot-password`.
    /// </remarks>
    [HttpPost(Name = "changePassword")]
    [LimitedBySession]
    [EnableRateLimiting(RatePolicies.Auth)]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.NoPassword)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Change(ChangePassword command, CancellationToken cancellationToken) => NoContent(command, cancellationToken);
}
