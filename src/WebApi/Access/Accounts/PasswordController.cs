using CleanApi.Application.Access;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CleanApi.WebApi.Access;

/// <summary>Reset of a forgotten password.</summary>
/// <param name="sender">Sends to the application.</param>
[Route("/api/auth")]
[Tags("Authentication")]
[EnableRateLimiting(RatePolicies.Auth)]
public sealed class PasswordController(ISender sender) : CommandController(sender)
{
    /// <summary>Mails a link to set a password</summary>
    /// <remarks>
    /// The link is valid for an hour. The response is the same when there is no such account, or when it is deactivated; the mail says so then, and has no
    /// link.
    /// </remarks>
    [HttpPost("forgot-password", Name = "forgotPassword")]
    [EnableRateLimiting(RatePolicies.Expensive)]
    [AllowAnonymous]
    [ProducesResponseType(StatusCodes.Status202Accepted)]
    public Task<IActionResult> ForgotPassword(ForgotPassword command, CancellationToken cancellationToken) => Accepted(command, cancellationToken);

    /// <summary>Sets a password by the link of a mail</summary>
    /// <remarks>All sessions of the account end immediately, and its other links are revoked. A link is valid for one use.</remarks>
    [HttpPost("reset-password", Name = "resetPassword")]
    [AllowAnonymous]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> ResetPassword(ResetPassword command, CancellationToken cancellationToken) => NoContent(command, cancellationToken);
}
