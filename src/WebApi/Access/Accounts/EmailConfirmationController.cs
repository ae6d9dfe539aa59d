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

/// <summary>The links of a change of address.</summary>
/// <param name="sender">Sends to the application.</param>
[Route("/api/auth")]
[Tags("Authentication")]
[EnableRateLimiting(RatePolicies.Auth)]
public sealed class EmailConfirmationController(ISender sender) : CommandController(sender)
{
    /// <summary>Confirms a changed address, or undoes the change</summary>
    /// <remarks>
    /// With the token that was mailed to the new address, the account and your users in all organizations get it; your sessions stay. The old address gets a mail
    /// whose token, valid for 7 days, undoes it here, also after further changes: the account has the old address again, all sessions, the password and what was added
    /// since end, and a link to set a password is mailed. Until then nobody else can register the old address. Each token is valid for one use.
    /// </remarks>
    [HttpPost("confirm-email", Name = "confirmEmail")]
    [AllowAnonymous]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.AccountExists)]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.LastAdministrator)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> ConfirmEmail(ConfirmEmail command, CancellationToken cancellationToken) => NoContent(command, cancellationToken);
}
