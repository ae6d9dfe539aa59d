using CleanApi.Application.Access;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using CleanApi.WebApi.Requests;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CleanApi.WebApi.Access;

/// <summary>Sign-in, refresh and sign-out.</summary>
/// <remarks>Without a version in the path: cookies outlive versions.</remarks>
/// <param name="sender">Sends to the application.</param>
/// <param name="cookies">Keeps the browser's cookies.</param>
[ApiController]
[Route("/api/auth")]
[Tags("Authentication")]
[RatePolicy(RatePolicies.Auth)]
public sealed class AuthController(ISender sender, SessionCookies cookies) : SignInController(cookies)
{
    /// <summary>Where refresh tokens go, and nowhere else.</summary>
    internal const string RefreshPath = "/api/auth/refresh";

    /// <summary>Signs in</summary>
    /// <remarks>
    /// Answers a session with its tokens, and sets them as cookies; where the account has a second factor, an `mfa_challenge` instead, which
    /// `/api/auth/mfa/verify` or a passkey answers. Whatever is wrong with address or password, the answer is the same.
    /// After five wrong passwords in a row, 429 says how long to wait, with or without an account.
    /// </remarks>
    [HttpPost("login", Name = "login")]
    [ProducesError(ErrorCodes.RateLimitExceeded)]
    [ProducesError(ErrorCodes.Authentication, Message = "Invalid email or password")]
    [AllowAnonymous]
    [ProducesResponseType<Document<SignInResource>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Login(Login command, CancellationToken cancellationToken) => Answer(await sender.Send(command, cancellationToken));

    /// <summary>Exchanges a refresh token for the next pair</summary>
    /// <remarks>
    /// The token from the body, else from the cookie. Each is good for one use; within ten seconds a repetition gets the same answer, after that it ends
    /// the session.
    /// </remarks>
    [HttpPost("refresh", Name = "refresh")]
    [ProducesError(ErrorCodes.Authentication, Message = "Invalid or expired token")]
    [ProducesError(ErrorCodes.Authorization, Reason = ReasonCodes.OriginNotAllowed)]
    [AllowAnonymous]
    [ProducesResponseType<Document<SessionResource>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Refresh(
        [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] Refresh? command, CancellationToken cancellationToken) =>
        Answer(await sender.Send(command is { RefreshToken: not null } ? command : FromCookie(), cancellationToken));

    /// <summary>Signs out</summary>
    /// <remarks>Ends the session: its access and refresh tokens are dead at once. Nothing happens when it has ended already.</remarks>
    [HttpPost("logout", Name = "logout")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Logout(CancellationToken cancellationToken) => SignedOut(await sender.Send(new Logout(), cancellationToken));

    /// <summary>Signs out everywhere</summary>
    /// <remarks>Ends all of your sessions, the present one included: their access and refresh tokens are dead at once.</remarks>
    [HttpPost("logout-all", Name = "logoutAll")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> LogoutAll(CancellationToken cancellationToken) => SignedOut(await sender.Send(new LogoutAll(), cancellationToken));

    private Refresh FromCookie()
    {
        var token = Request.Cookies[SessionCookies.RefreshToken];
        return token is not null && !SameOrigin.IsAllowed(Request) ? throw SameOrigin.CrossOriginError() : new Refresh(token);
    }

    private NoContentResult SignedOut(Unit done)
    {
        _ = done;
        return SignedOut();
    }
}
