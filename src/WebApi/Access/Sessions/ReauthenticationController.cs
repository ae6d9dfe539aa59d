using CleanApi.Application.Access;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using CleanApi.WebApi.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CleanApi.WebApi.Access;

/// <summary>Step-up authentication.</summary>
/// <param name="sender">Sends to the application.</param>
[Route("/api/v1/me/reauthenticate")]
[Tags("Sessions")]
public sealed class ReauthenticationController(ISender sender) : CommandController(sender)
{
    /// <summary>Proves again who you are</summary>
    /// <remarks>
    /// For what a session alone is not enough: for ten minutes, what answered `RECENT_AUTHENTICATION_REQUIRED` is possible in this session. With a code of
    /// your authenticator app or a recovery code, or with a passkey, whose options come from `/api/auth/passkeys/options`; with your password where the account has
    /// no second factor, otherwise it is 422. An account that has none of them signs in again with its provider. A session that is restricted because it has not
    /// proved the factor is free after the next refresh.
    /// </remarks>
    [HttpPost(Name = "reauthenticate")]
    [LimitedBySession]
    [EnableRateLimiting(RatePolicies.Auth)]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.NoCredential)]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.PasskeysUnavailable)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Reauthenticate(Reauthenticate command, CancellationToken cancellationToken) => NoContent(command, cancellationToken);
}
