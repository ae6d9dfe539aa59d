using CleanApi.Application.Invitations;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Invitations;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using CleanApi.WebApi.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CleanApi.WebApi.Invitations;

/// <summary>Invitations to your organization.</summary>
[Route(Path)]
[Tags("Invitations")]
public sealed class InvitationsController(ISender sender) : ResourceController<InvitationResponse, InvitationResource>(sender)
{
    private const string Path = "/api/v1/invitations";
    private const string Taken = "A user with this email already exists";

    /// <summary>Lists invitations</summary>
    /// <remarks>A page of the invitations of your organization, newest first by default. Follow `links.next` until it is null.</remarks>
    [HttpGet(Name = "listInvitations")]
    [ProducesResponseType<PageDocument<InvitationResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> List([FromQuery] ListInvitations query, CancellationToken cancellationToken) => Page(query, cancellationToken);

    /// <summary>Invites somebody</summary>
    /// <remarks>
    /// Sends them a mail with a link that can be used once, within seven days. An address whose invitation is pending gets another link, at most 10 in all, and the
    /// response is 200 with that invitation. A user who was created and is not in yet is invited as that user. Whether the address has an account elsewhere makes no
    /// difference. 429, and nothing is sent or changed, where the address has had five mails within an hour that somebody asked for.
    /// </remarks>
    [HttpPost(Name = "sendInvitation")]
    [EnableRateLimiting(RatePolicies.Expensive)]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.InvitationLimit)]
    [ProducesError(ErrorCodes.DuplicateValue, Message = Taken)]
    [ProducesResponseType<Document<InvitationResource>>(StatusCodes.Status200OK)]
    [ProducesResponseType<Document<InvitationResource>>(StatusCodes.Status201Created)]
    public Task<IActionResult> Send(SendInvitation command, CancellationToken cancellationToken) => SendAsync(command, cancellationToken);

    /// <summary>Invites somebody</summary>
    /// <remarks>The same as `POST /api/v1/invitations`.</remarks>
    [HttpPost("/api/v1/users/invite", Name = "inviteUser")]
    [EnableRateLimiting(RatePolicies.Expensive)]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.InvitationLimit)]
    [ProducesError(ErrorCodes.DuplicateValue, Message = Taken)]
    [ProducesResponseType<Document<InvitationResource>>(StatusCodes.Status200OK)]
    [ProducesResponseType<Document<InvitationResource>>(StatusCodes.Status201Created)]
    public Task<IActionResult> Invite(SendInvitation command, CancellationToken cancellationToken) => SendAsync(command, cancellationToken);

    /// <summary>Returns an invitation</summary>
    [HttpGet("{id}", Name = "getInvitation")]
    [ProducesResponseType<Document<InvitationResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Get(InvitationId id, CancellationToken cancellationToken) => One(new GetInvitation(id), cancellationToken);

    /// <summary>Revokes an invitation</summary>
    /// <remarks>Its link is invalid immediately. Revoking it again changes nothing.</remarks>
    [HttpDelete("{id}", Name = "revokeInvitation")]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.InvitationNotPending)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Revoke(InvitationId id, CancellationToken cancellationToken) =>
        NoContent(new RevokeInvitation(id), cancellationToken);

    /// <summary>Sends an invitation again</summary>
    /// <remarks>Mails a new link, valid for seven days from now, also where the invitation has expired; at most 10 times in all. Earlier links are invalid. 429 as with a new invitation.</remarks>
    [HttpPost("{id}/resend", Name = "resendInvitation")]
    [EnableRateLimiting(RatePolicies.Expensive)]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.InvitationNotPending)]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.InvitationLimit)]
    [ProducesError(ErrorCodes.DuplicateValue, Message = Taken)]
    [ProducesResponseType<Document<InvitationResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Resend(InvitationId id, CancellationToken cancellationToken) => One(new ResendInvitation(id), cancellationToken);

    private async Task<IActionResult> SendAsync(SendInvitation command, CancellationToken cancellationToken)
    {
        var invitation = await Sender.Send(command, cancellationToken);
        return invitation.IsNew ? Created(InvitationResource.Of(invitation), invitation, Path) : Ok<InvitationResponse, InvitationResource>(invitation);
    }
}
