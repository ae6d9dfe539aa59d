using CleanApi.Application.Access;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using CleanApi.WebApi.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CleanApi.WebApi.Access;

/// <summary>The caller's recovery codes.</summary>
/// <param name="sender">Sends to the application.</param>
[Route("/api/v1/me/mfa/recovery-codes")]
[Tags("Second factors")]
[EnableRateLimiting(RatePolicies.Auth)]
public sealed class RecoveryCodesController(ISender sender) : ResourceController<RecoveryCodesResponse, RecoveryCodesResource>(sender)
{
    /// <summary>Makes new recovery codes</summary>
    /// <remarks>The old ones are worth nothing from then on.</remarks>
    [HttpPost(Name = "renewRecoveryCodes")]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.NoSecondFactor)]
    [ProducesResponseType<Document<RecoveryCodesResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Renew(CancellationToken cancellationToken) => One(new RenewRecoveryCodes(), cancellationToken);
}
