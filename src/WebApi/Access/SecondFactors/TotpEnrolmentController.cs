using CleanApi.Application.Access;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using CleanApi.WebApi.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CleanApi.WebApi.Access;

/// <summary>Setup of an authenticator app.</summary>
/// <param name="sender">Sends to the application.</param>
[Route("/api/v1/me/mfa/totp")]
[Tags("Second factors")]
[EnableRateLimiting(RatePolicies.Auth)]
public sealed class TotpEnrolmentController(ISender sender) : ResourceController<TotpEnrolmentResponse, TotpEnrolmentResource>(sender)
{
    /// <summary>Begins to set up an authenticator app</summary>
    /// <remarks>
    /// Returns the secret for the app, once. The app becomes your second factor when a code of it is confirmed, within 15 minutes, in the same session.
    /// </remarks>
    [HttpPost(Name = "beginTotp")]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.TotpEnabled)]
    [ProducesResponseType<Document<TotpEnrolmentResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Begin(CancellationToken cancellationToken) => One(new BeginTotp(), cancellationToken);

    /// <summary>Makes an authenticator app your second factor</summary>
    /// <remarks>
    /// With a code that it shows, in the session that began. Returns ten recovery codes, once: each replaces the app for one sign-in. Earlier ones are invalid then.
    /// Where it is your first second factor, your password alone signs in no more, and all of your other sessions end.
    /// </remarks>
    [HttpPost("confirm", Name = "confirmTotp")]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.TotpNotStarted)]
    [ProducesResponseType<Document<RecoveryCodesResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Confirm(ConfirmTotp command, CancellationToken cancellationToken) =>
        One<RecoveryCodesResponse, RecoveryCodesResource>(command, cancellationToken);
}
