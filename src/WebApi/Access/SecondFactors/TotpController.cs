using CleanApi.Application.Access;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using CleanApi.WebApi.Requests;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CleanApi.WebApi.Access;

/// <summary>The caller's authenticator app.</summary>
/// <param name="sender">Sends to the application.</param>
[Route("/api/v1/me/mfa/totp")]
[Tags("Second factors")]
public sealed class TotpController(ISender sender) : ResourceController<TotpResponse, TotpResource>(sender)
{
    /// <summary>Returns the status of your authenticator app</summary>
    [HttpGet(Name = "getTotp")]
    [ProducesResponseType<Document<TotpResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Get(CancellationToken cancellationToken) => One(new GetTotp(), cancellationToken);

    /// <summary>Removes your authenticator app</summary>
    /// <remarks>
    /// Needs your current password or a code. Refused where your organization requires a second factor and you have no other. With the last second factor, the
    /// recovery codes are deleted too.
    /// </remarks>
    [HttpDelete(Name = "disableTotp")]
    [RatePolicy(RatePolicies.Auth)]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.TotpNotEnabled)]
    [ProducesError(ErrorCodes.RateLimitExceeded)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Disable([FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] DisableTotp? command, CancellationToken cancellationToken) =>
        NoContent(command ?? new DisableTotp(null, null), cancellationToken);
}
