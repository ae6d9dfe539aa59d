using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.Users;

/// <summary>Organizations and who is in which, for the operator of the platform.</summary>
[Route("/api/v1/platform/users")]
[Tags("Platform")]
public sealed class PlatformUsersController(ISender sender) : ResourceController<UserResponse, UserResource>(sender)
{
    /// <summary>Moves a person to another organization</summary>
    /// <remarks>
    /// In one transaction: the user of `fromOrganizationId` is deleted, as by `DELETE /api/v1/users/{id}`, and one is created in `toOrganizationId`, which is what is
    /// returned. An account whose address is proved joins, so that the person signs in there as before; who has none is INVITED again. Both audit logs have
    /// `user.transferred`, and both organizations the event `user.transferred.v1`.
    /// </remarks>
    [HttpPost("{id}/transfer", Name = "transferUser")]
    [ProducesError(ErrorCodes.DuplicateValue)]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.LastAdministrator)]
    [ProducesResponseType<Document<UserResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Transfer(UserId id, TransferUser command, CancellationToken cancellationToken) => One(command with { Id = id }, cancellationToken);
}
