using CleanApi.Application.Access;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using CleanApi.WebApi.Overload;
using CleanApi.WebApi.RateLimits;
using CleanApi.WebApi.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.RateLimiting;

namespace CleanApi.WebApi.Access;

/// <summary>Sign-in, refresh and sign-out.</summary>
/// <remarks>Without a version in the path: cookies outlive versions.</remarks>
/// <param name="sender">Sends to the application.</param>
/// <param name="cookies">Keeps the browser's cookies.</param>
[ApiController]
[Route("/api/auth")]
[Tags("Authentication")]
public sealed class AuthController(ISender sender, SessionCookies cookies) : SignInController(cookies)
{
    /// <summary>Where refresh tokens go, and nowhere else.</summary>
    internal const string RefreshPath = "/api/auth/refresh";

    /// <summary>Signs in</summary>
    /// <remarks>
    /// Returns a session with its tokens, and sets them as cookies: in the organization that is named, else in the one last signed in to, else in the oldest. Where the
    /// account has a second factor, an `mfa_challenge` instead, which is answered at `/api/auth/mfa/verify` or by a passkey. Whatever is wrong with address or
    /// password, the error is the same. After five wrong passwords in a row, 429 says how long to wait, with or without an account.
    /// </remarks>
    [HttpPost("login", Name = "login")]
    [EnableRateLimiting(RatePolicies.Auth)]
    [ProducesError(ErrorCodes.Authentication, Message = "Invalid email or password")]
    [AllowAnonymous]
    [ProducesResponseType<Document<SignInResource>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Login(Login command, CancellationToken cancellationToken) => Answer(await sender.Send(command, cancellationToken));

    /// <summary>Switches to another organization</summary>
    /// <remarks>
    /// Returns another session of your account, in another of its organizations. It continues the current one, which goes on: both end at the same time, and
    /// together when you sign out of either. Where your account has a second factor that the current session has not proved, an `mfa_challenge` instead.
    /// </remarks>
    [HttpPost("switch-organization", Name = "switchOrganization")]
    [ProducesError(ErrorCodes.Authorization, Reason = ReasonCodes.LocalAccount)]
    [ProducesError(ErrorCodes.NotFound)]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.CurrentOrganization)]
    [ProducesResponseType<Document<SignInResource>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Switch(SwitchOrganization command, CancellationToken cancellationToken) =>
        Answer(await sender.Send(command, cancellationToken));

    /// <summary>Exchanges a refresh token for the next pair</summary>
    /// <remarks>
    /// Takes the token from the body, else from the cookie. Each is valid for one use. Using it again returns the same successor for ten seconds; after that it
    /// ends the session.
    /// </remarks>
    [HttpPost("refresh", Name = "refresh")]
    [ProducesError(ErrorCodes.Authentication, Message = "Invalid or expired token")]
    [ProducesError(ErrorCodes.Authorization, Reason = ReasonCodes.OriginNotAllowed)]
    [AllowAnonymous]
    [ProducesResponseType<Document<SessionResource>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Refresh(
        [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] Refresh? command, CancellationToken cancellationToken) =>
        Answer(await sender.Send(command is { RefreshToken: not null } ? command : new Refresh(RefreshCookie()), cancellationToken));

    /// <summary>Signs out</summary>
    /// <remarks>
    /// Ends the session of the refresh token in the body, which needs no access token; without one, the session of the access token. With it end those that
    /// switching between organizations has opened from the same sign-in: access and refresh tokens are revoked immediately. Nothing happens when it has ended
    /// already.
    /// </remarks>
    [HttpPost("logout", Name = "logout")]
    [LimitedBySession]
    [NeverShed]
    [AllowAnonymous]
    [RecognizesCaller("A refresh token outlives the access token.", AllowsInvalid = true)]
    [ProducesError(ErrorCodes.Authentication, Message = "Invalid or expired token")]
    [ProducesError(ErrorCodes.Authorization, Reason = ReasonCodes.PersonRequired)]
    [ProducesError(ErrorCodes.Authorization, Reason = ReasonCodes.OriginNotAllowed)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Logout(
        [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] Logout? command, CancellationToken cancellationToken) =>
        SignedOut(await sender.Send(command ?? new Logout(), cancellationToken));

    /// <summary>Signs out a browser</summary>
    /// <remarks>
    /// Ends the session of the refresh cookie, which reaches this path, and deletes both cookies. Works after the access token's end. Nothing happens when it has
    /// ended already.
    /// </remarks>
    [HttpPost("refresh/logout", Name = "logoutByCookie")]
    [NeverShed]
    [Sends(typeof(Logout))]
    [ProducesError(ErrorCodes.Authorization, Reason = ReasonCodes.OriginNotAllowed)]
    [AllowAnonymous]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> LogoutByCookie(CancellationToken cancellationToken) =>
        SignedOut(await sender.Send(Application.Access.Logout.OfBrowser(RefreshCookie()), cancellationToken));

    /// <summary>Signs out everywhere</summary>
    /// <remarks>Ends all of your sessions, in all of your organizations, the current one included: their access and refresh tokens are revoked immediately.</remarks>
    [HttpPost("logout-all", Name = "logoutAll")]
    [LimitedBySession]
    [NeverShed]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> LogoutAll(CancellationToken cancellationToken) => SignedOut(await sender.Send(new LogoutAll(), cancellationToken));

    // A browser leaves the cookie out of a form of another site, which must not sign it out either.
    private string? RefreshCookie()
    {
        var token = Request.Cookies[SessionCookies.RefreshToken];
        return (token is not null || SameOrigin.IsStated(Request)) && !SameOrigin.IsTrusted(Request) ? throw SameOrigin.CrossOriginError() : token;
    }

    private NoContentResult SignedOut(Unit done)
    {
        _ = done;
        return SignedOut();
    }
}
