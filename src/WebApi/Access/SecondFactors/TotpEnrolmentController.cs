using CleanApi.Application.Access;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using CleanApi.WebApi.Requests;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Access;

/// <summary>Setup of an authenticator app.</summary>
/// <param name="sender">Sends to the application.</param>
[Route("/api/v1/me/mfa/totp")]
[Tags("Second factors")]
[RatePolicy(RatePolicies.Auth)]
public sealed class TotpEnrolmentController(ISender sender) : ResourceController<TotpEnrolmentResponse, TotpEnrolmentResource>(sender)
{
    private const string NoStore = "no-store";

    /// <summary>Begins to set up an authenticator app</summary>
    /// <remarks>
    /// Answers what goes into the app, this once. It becomes your second factor when a code of it has been confirmed, within 15 minutes. Needs your current password;
    /// an account without one needs a sign-in of the last 10 minutes.
    /// </remarks>
    [HttpPost(Name = "beginTotp")]
    [ProducesError(ErrorCodes.Conflict, Message = "An authenticator app is set up already")]
    [ProducesError(ErrorCodes.RateLimitExceeded)]
    [ProducesResponseType<Document<TotpEnrolmentResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Begin([FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] BeginTotp? command, CancellationToken cancellationToken) =>
        Secret(command ?? new BeginTotp(null), cancellationToken);

    private Task<IActionResult> Secret(BeginTotp command, CancellationToken cancellationToken)
    {
        Response.Headers[HeaderNames.CacheControl] = NoStore;
        return One(command, cancellationToken);
    }
}
