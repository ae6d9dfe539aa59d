using CleanApi.Application.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.Access;

/// <summary>The organizations that the caller's account is in.</summary>
[Route("/api/v1/me/organizations")]
[Tags("Me")]
public sealed class MyOrganizationsController(ISender sender) : ResourceController<MyOrganizationResponse, MyOrganizationResource>(sender)
{
    /// <summary>Lists your organizations</summary>
    /// <remarks>All that your account is in, the oldest membership first, at most 100. `/api/auth/switch-organization` leads to another one.</remarks>
    [HttpGet(Name = "listMyOrganizations")]
    [ProducesResponseType<PageDocument<MyOrganizationResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> List(CancellationToken cancellationToken) => Page(new ListMyOrganizations(), cancellationToken);

    /// <summary>Leaves an organization</summary>
    /// <remarks>Your sessions and API keys there end. Who leaves their last organization has no account any more.</remarks>
    [HttpDelete("{id}", Name = "leaveOrganization")]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.LastAdministrator)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Leave(OrganizationId id, CancellationToken cancellationToken) => NoContent(new LeaveOrganization(id), cancellationToken);
}
