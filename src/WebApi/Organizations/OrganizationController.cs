using CleanApi.Application.Organizations;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.Organizations;

/// <summary>Your organization.</summary>
[Route("/api/v1/organization")]
[Tags("Organization")]
public sealed class OrganizationController(ISender sender) : ResourceController<OrganizationResponse, OrganizationResource>(sender)
{
    /// <summary>Returns your organization</summary>
    [HttpGet(Name = "getOrganization")]
    [ProducesResponseType<Document<OrganizationResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Get(CancellationToken cancellationToken) => One(new GetOrganization(), cancellationToken);

    /// <summary>Updates your organization</summary>
    /// <remarks>
    /// Administrators only. JSON Merge Patch (RFC 7396): absent fields stay. A change of the security policy (`requireSecondFactor`) is for a person, and needs a
    /// proof of who they are of the last 10 minutes, in a session that has proved a second factor. From then on, on every instance, access tokens of users
    /// without one are invalid, the next refresh issues one for setting it up and nothing else, and their API keys are refused; when it is not required any more,
    /// all of them are free again.
    /// </remarks>
    [HttpPatch(Name = "updateOrganization")]
    [ProducesError(ErrorCodes.Authorization, Reason = ReasonCodes.PersonRequired)]
    [ProducesError(ErrorCodes.Authorization, Reason = ReasonCodes.RecentAuthenticationRequired)]
    [ProducesError(ErrorCodes.Authorization, Reason = ReasonCodes.MfaRequired)]
    [ProducesResponseType<Document<OrganizationResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Update(
        UpdateOrganization command, CancellationToken cancellationToken) =>
        One(command, cancellationToken);
}
