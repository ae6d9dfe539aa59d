using CleanApi.Application.Access;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using CleanApi.WebApi.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

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
    /// Refused where your organization requires a second factor and you have no other. With the last second factor, the recovery codes are deleted too.
    /// </remarks>
    [HttpDelete(Name = "disableTotp")]
    [EnableRateLimiting(RatePolicies.Auth)]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.TotpNotEnabled)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Disable(CancellationToken cancellationToken) => NoContent(new DisableTotp(), cancellationToken);
}
