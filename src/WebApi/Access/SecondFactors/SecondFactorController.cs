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

/// <summary>The second factor of a sign-in.</summary>
/// <param name="sender">Sends to the application.</param>
/// <param name="cookies">Keeps the browser's cookies.</param>
[ApiController]
[Route("/api/auth/mfa")]
[Tags("Authentication")]
[EnableRateLimiting(RatePolicies.Auth)]
public sealed class SecondFactorController(ISender sender, SessionCookies cookies) : SignInController(cookies)
{
    /// <summary>Answers an MFA challenge</summary>
    /// <remarks>
    /// With a code of the authenticator app, or with a recovery code. The token is valid for 5 minutes and 5 attempts, each code once. Whatever is wrong, the error is
    /// the same; after ten wrong codes in a row, 429 says how long to wait.
    /// </remarks>
    [HttpPost("verify", Name = "verifySecondFactor")]
    [ProducesError(ErrorCodes.Authentication, Message = "Invalid or expired code")]
    [AllowAnonymous]
    [ProducesResponseType<Document<SessionResource>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Verify(VerifySecondFactor command, CancellationToken cancellationToken) =>
        Answer(await sender.Send(command, cancellationToken));
}
