using CleanApi.Application.Access;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using CleanApi.WebApi.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.RateLimiting;

namespace CleanApi.WebApi.Access;

/// <summary>Sign-in with a passkey.</summary>
/// <param name="sender">Sends to the application.</param>
/// <param name="cookies">Keeps the browser's cookies.</param>
[ApiController]
[Route("/api/auth/passkeys")]
[Tags("Authentication")]
[EnableRateLimiting(RatePolicies.Auth)]
public sealed class PasskeySignInController(ISender sender, SessionCookies cookies) : SignInController(cookies)
{
    /// <summary>Begins a sign-in with a passkey</summary>
    /// <remarks>
    /// Returns the options for `navigator.credentials.get` and a token, both valid for five minutes and one use. They name no passkeys, whether or not there is
    /// an account with the address: the authenticator knows its own. With the `mfaToken` of a sign-in that asks for a second factor, they name the passkeys of
    /// that account.
    /// </remarks>
    [HttpPost("options", Name = "beginPasskeySignIn")]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.PasskeysUnavailable)]
    [AllowAnonymous]
    [ProducesResponseType<PasskeyOptionsDocument>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Begin(
        [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] BeginPasskeySignIn? request, CancellationToken cancellationToken) =>
        PasskeyChallengeResult.Of(HttpContext, await sender.Send(request ?? new BeginPasskeySignIn(), cancellationToken));

    /// <summary>Signs in with a passkey</summary>
    /// <remarks>
    /// Takes the result of `navigator.credentials.get`, as JSON. A passkey that has verified the person counts as two factors; with the `mfaToken` that the
    /// sign-in began with, it is the second. Whatever is wrong, the error is the same.
    /// </remarks>
    [HttpPost("verify", Name = "signInWithPasskey")]
    [ProducesError(ErrorCodes.Authentication, Message = "Invalid passkey")]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.PasskeysUnavailable)]
    [AllowAnonymous]
    [ProducesResponseType<Document<SessionResource>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Verify(SignInWithPasskey request, CancellationToken cancellationToken) =>
        Answer(await sender.Send(request, cancellationToken));
}
