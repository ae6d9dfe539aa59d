using CleanApi.Application.Organizations;
using CleanApi.WebApi.Common;
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
    /// <remarks>Administrators only. JSON Merge Patch (RFC 7396): absent fields stay.</remarks>
    [HttpPatch(Name = "updateOrganization")]
    [ProducesResponseType<Document<OrganizationResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Update(
        UpdateOrganization command, CancellationToken cancellationToken) =>
        One(command, cancellationToken);
}
