using CleanApi.Application.Organizations;
using CleanApi.Domain.Organizations;
using CleanApi.WebApi.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.Organizations;

/// <summary>Organizations and who is in which, for the operator of the platform.</summary>
[Route(Path)]
[Tags("Platform")]
public sealed class PlatformOrganizationsController(ISender sender) : ResourceController<OrganizationResponse, OrganizationResource>(sender)
{
    private const string Path = "/api/v1/platform/organizations";

    /// <summary>Lists organizations</summary>
    /// <remarks>A page of all organizations, newest first by default. Follow `links.next` until it is null.</remarks>
    [HttpGet(Name = "listOrganizations")]
    [ProducesResponseType<PageDocument<OrganizationResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> List([FromQuery] ListOrganizations query, CancellationToken cancellationToken) => Page(query, cancellationToken);

    /// <summary>Creates an organization</summary>
    /// <remarks>It has no people: `POST /api/v1/platform/users/{id}/transfer` moves its first administrator there.</remarks>
    [HttpPost(Name = "createOrganization")]
    [ProducesResponseType<Document<OrganizationResource>>(StatusCodes.Status201Created)]
    public Task<IActionResult> Create(CreateOrganization command, CancellationToken cancellationToken) => New(command, Path, cancellationToken);

    /// <summary>Returns an organization</summary>
    [HttpGet("{id}", Name = "getOrganizationOfPlatform")]
    [ProducesResponseType<Document<OrganizationResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Get(OrganizationId id, CancellationToken cancellationToken) => One(new GetOrganizationOfPlatform(id), cancellationToken);
}
