using CleanApi.Application.Access;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using CleanApi.WebApi.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CleanApi.WebApi.Access;

/// <summary>The caller's own address.</summary>
/// <param name="sender">Sends to the application.</param>
[Route("/api/v1/me/email")]
[Tags("Me")]
public sealed class MyEmailController(ISender sender) : CommandController(sender)
{
    /// <summary>Changes your address</summary>
    /// <remarks>
    /// Nothing is changed yet: a link in a mail to the new address, valid for an hour, does it (`/api/auth/confirm-email`). The response is the same when the address
    /// has an account; the mail says so then. Another request ends the link of the one before.
    /// </remarks>
    [HttpPost(Name = "changeEmail")]
    [EnableRateLimiting(RatePolicies.Expensive)]
    [ProducesError(ErrorCodes.Authorization, Reason = ReasonCodes.LocalAccount)]
    [ProducesResponseType(StatusCodes.Status202Accepted)]
    public Task<IActionResult> Change(ChangeEmail command, CancellationToken cancellationToken) => Accepted(command, cancellationToken);
}
