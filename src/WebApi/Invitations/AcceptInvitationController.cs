using CleanApi.Application.Invitations;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using CleanApi.WebApi.Requests;
using CleanApi.WebApi.Users;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.Invitations;

/// <summary>Acceptance of an invitation.</summary>
[Route("/api/v1/invitations")]
[Tags("Invitations")]
public sealed class AcceptInvitationController(ISender sender) : ResourceController<UserResponse, UserResource>(sender)
{
    /// <summary>Accepts an invitation</summary>
    /// <remarks>Creates the user, with the password that they choose. They sign in afterwards. The token of the link is valid for one use.</remarks>
    [HttpPost("accept", Name = "acceptInvitation")]
    [RatePolicy(RatePolicies.Auth)]
    [ProducesError(ErrorCodes.DuplicateValue, Message = "A user with this email already exists")]
    [ProducesError(ErrorCodes.Gone, Reason = ReasonCodes.InvitationExpired)]
    [AllowAnonymous]
    [ProducesResponseType<Document<UserResource>>(StatusCodes.Status201Created)]
    public Task<IActionResult> Accept(AcceptInvitation command, CancellationToken cancellationToken) => New(command, "/api/v1/users", cancellationToken);
}
