using CleanApi.Application.Invitations;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Invitations;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using CleanApi.WebApi.Users;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.Invitations;

/// <summary>What the caller is invited to.</summary>
[Route("/api/v1/me/invitations")]
[Tags("Me")]
public sealed class MyInvitationsController(ISender sender) : ResourceController<InvitationPreviewResponse, InvitationPreviewResource>(sender)
{
    /// <summary>Lists your invitations</summary>
    /// <remarks>The open invitations of your address, of all organizations: the newest first, at most 50.</remarks>
    [HttpGet(Name = "listMyInvitations")]
    [ProducesError(ErrorCodes.Authorization, Reason = ReasonCodes.LocalAccount)]
    [ProducesResponseType<PageDocument<InvitationPreviewResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> List(CancellationToken cancellationToken) => Page(new ListMyInvitations(), cancellationToken);

    /// <summary>Accepts one of your invitations</summary>
    /// <remarks>Your account joins the organization; `/api/auth/switch-organization` leads there. Answers the user that you are there.</remarks>
    [HttpPost("{id}/accept", Name = "acceptMyInvitation")]
    [ProducesError(ErrorCodes.Authorization, Reason = ReasonCodes.LocalAccount)]
    [ProducesError(ErrorCodes.DuplicateValue, Message = "A user with this email already exists")]
    [ProducesError(ErrorCodes.Gone, Reason = ReasonCodes.InvitationExpired)]
    [ProducesResponseType<Document<UserResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Accept(InvitationId id, CancellationToken cancellationToken) =>
        One<UserResponse, UserResource>(new AcceptMyInvitation(id), cancellationToken);

    /// <summary>Declines one of your invitations</summary>
    /// <remarks>Its link is dead at once, and the organization sees that it was declined.</remarks>
    [HttpPost("{id}/decline", Name = "declineMyInvitation")]
    [ProducesError(ErrorCodes.Authorization, Reason = ReasonCodes.LocalAccount)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Decline(InvitationId id, CancellationToken cancellationToken) => NoContent(new DeclineMyInvitation(id), cancellationToken);
}
