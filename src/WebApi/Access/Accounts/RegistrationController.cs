using CleanApi.Application.Access;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using CleanApi.WebApi.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CleanApi.WebApi.Access;

/// <summary>Registration of an organization.</summary>
/// <param name="sender">Sends to the application.</param>
[Route("/api/auth")]
[Tags("Authentication")]
[EnableRateLimiting(RatePolicies.Auth)]
public sealed class RegistrationController(ISender sender) : CommandController(sender)
{
    /// <summary>Registers an organization and its first administrator</summary>
    /// <remarks>
    /// Nothing is created yet, and there is no password yet: a link in a mail, valid for 24 hours, proves the address. The response is the same when the address
    /// has an account; the mail says so then, and its link adds the organization to that account.
    /// </remarks>
    [HttpPost("register", Name = "register")]
    [EnableRateLimiting(RatePolicies.Expensive)]
    [AllowAnonymous]
    [ProducesResponseType(StatusCodes.Status202Accepted)]
    public Task<IActionResult> Register(Register command, CancellationToken cancellationToken) => Accepted(command, cancellationToken);

    /// <summary>Completes a registration</summary>
    /// <remarks>
    /// Creates the organization, its administrator and their account, whose password is chosen here; where the address has an account, that one joins and keeps
    /// its password, so that none must be sent. A link is valid for one use, and a refused password leaves it valid.
    /// </remarks>
    [HttpPost("verify-email", Name = "verifyEmail")]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.AccountExists)]
    [AllowAnonymous]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> VerifyEmail(VerifyEmail command, CancellationToken cancellationToken) => NoContent(command, cancellationToken);

    /// <summary>Mails the link of a registration again</summary>
    /// <remarks>
    /// Of several registrations of this address, the first one that is pending; links of the others stay good. The response is the same when there is none; the mail
    /// says so then.
    /// </remarks>
    [HttpPost("resend-verification", Name = "resendVerification")]
    [EnableRateLimiting(RatePolicies.Expensive)]
    [AllowAnonymous]
    [ProducesResponseType(StatusCodes.Status202Accepted)]
    public Task<IActionResult> ResendVerification(ResendVerification command, CancellationToken cancellationToken) => Accepted(command, cancellationToken);
}
