using CleanApi.Application.Access;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Binding;
using CleanApi.WebApi.OpenApi;
using CleanApi.WebApi.Pages;
using CleanApi.WebApi.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CleanApi.WebApi.Access;

/// <summary>Sign-in with another provider.</summary>
/// <remarks>Browsers navigate to both addresses.</remarks>
/// <param name="sender">Sends to the application.</param>
/// <param name="redirects">Where browsers go.</param>
[ApiController]
[Route("/api/auth/external/{provider}")]
[Tags("Authentication")]
[EnableRateLimiting(RatePolicies.Auth)]
[ForBrowsers]
public sealed class ExternalSignInController(ISender sender, ExternalSignInRedirects redirects) : ControllerBase
{
    /// <summary>Signs in with another provider</summary>
    /// <remarks>
    /// For browsers: redirects to the provider. A first sign-in creates an account, and an organization; who is invited to one is asked first.
    /// Where the request was sent to another host than the one that the provider sends the browser back to, it redirects there first.
    /// </remarks>
    [HttpGet(Name = "beginExternalSignIn")]
    [AllowAnonymous]
    [Redirects]
    [ProducesError(ErrorCodes.Upstream, Message = "The sign-in provider cannot be reached")]
    [ProducesError(ErrorCodes.UpstreamTimeout, Message = "The sign-in provider did not answer in time")]
    [ProducesResponseType(StatusCodes.Status302Found)]
    public async Task<IActionResult> Begin(string provider, [FromQuery] string? returnUrl, CancellationToken cancellationToken) => redirects.ToProvider(
        HttpContext, await sender.Send(new BeginExternalSignIn(provider, returnUrl, ExternalSignInCookie.Read(HttpContext)), cancellationToken));

    /// <summary>Where a provider sends the browser back to</summary>
    /// <remarks>
    /// Sets the cookies of a session and redirects to `returnUrl`; or to the page that asks for a second factor; or, where the address is invited, to the page that asks
    /// which organization to join; or to `/auth/error?code=…`, without a session:
    /// `access_denied`, `state_mismatch`, `email_unverified`, `domain_refused`, `account_exists`, `identity_in_use`,
    /// `account_unavailable`, `signed_out` or `provider_error`.
    /// </remarks>
    [HttpGet("callback", Name = "completeExternalSignIn")]
    [AcceptsAnyQuery("A provider adds parameters of its own (RFC 6749, section 4.1.2).")]
    [AllowAnonymous]
    [Redirects]
    [ProducesError(ErrorCodes.Upstream, Message = "The sign-in provider cannot be reached")]
    [ProducesError(ErrorCodes.UpstreamTimeout, Message = "The sign-in provider did not answer in time")]
    [ProducesResponseType(StatusCodes.Status303SeeOther)]
    public async Task<IActionResult> Complete(
        string provider, [FromQuery] string? state, [FromQuery] string? code, [FromQuery] string? error, [FromQuery] string? iss,
        CancellationToken cancellationToken) => redirects.Back(
        HttpContext,
        await sender.Send(new CompleteExternalSignIn(provider, state, code, error, iss, ExternalSignInCookie.Read(HttpContext)), cancellationToken));
}
