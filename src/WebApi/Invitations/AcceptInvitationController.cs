using CleanApi.Application.Invitations;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using CleanApi.WebApi.RateLimits;
using CleanApi.WebApi.Security;
using CleanApi.WebApi.Users;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CleanApi.WebApi.Invitations;

/// <summary>Acceptance of an invitation by its link.</summary>
[Route("/api/v1/invitations")]
[Tags("Invitations")]
public sealed class AcceptInvitationController(ISender sender) : ResourceController<UserResponse, UserResource>(sender)
{
    /// <summary>Looks up an invitation</summary>
    /// <remarks>Who invites whom to what, by the token of the link, which stays good.</remarks>
    [HttpPost("lookup", Name = "lookupInvitation")]
    [EnableRateLimiting(RatePolicies.Auth)]
    [ProducesError(ErrorCodes.Gone, Reason = ReasonCodes.InvitationExpired)]
    [AllowAnonymous]
    [ProducesResponseType<Document<InvitationPreviewResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Lookup(LookupInvitation query, CancellationToken cancellationToken) =>
        One<InvitationPreviewResponse, InvitationPreviewResource>(query, cancellationToken);

    /// <summary>Accepts an invitation</summary>
    /// <remarks>
    /// For an address without an account: creates it, with the name and the password that its owner chooses here, who signs in afterwards. An address with an
    /// account is 409 `ACCOUNT_EXISTS` without a session; signed in with that account, the token alone joins it to the organization, and the response is 200. An
    /// invalid credential is 401, and not taken for none. The token of the link is valid for one use.
    /// </remarks>
    [HttpPost("accept", Name = "acceptInvitation")]
    [EnableRateLimiting(RatePolicies.Auth)]
    [ProducesError(ErrorCodes.Authentication, Message = "Invalid or expired token")]
    [ProducesError(ErrorCodes.Authorization, Reason = ReasonCodes.OtherAccount)]
    [ProducesError(ErrorCodes.Authorization, Reason = ReasonCodes.LocalAccount)]
    [ProducesError(ErrorCodes.Authorization, Reason = ReasonCodes.MfaRequired)]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.AccountExists)]
    [ProducesError(ErrorCodes.DuplicateValue, Message = "A user with this email already exists")]
    [ProducesError(ErrorCodes.Gone, Reason = ReasonCodes.InvitationExpired)]
    [AllowAnonymous]
    [RecognizesCaller("An address with an account is accepted by that account, signed in.")]
    [ProducesResponseType<Document<UserResource>>(StatusCodes.Status200OK)]
    [ProducesResponseType<Document<UserResource>>(StatusCodes.Status201Created)]
    public Task<IActionResult> Accept(AcceptInvitation command, CancellationToken cancellationToken) =>
        // The user of a signed-in account is in another organization than its session: there is no address that leads to it from here.
        User.Identity?.IsAuthenticated == true ? One(command, cancellationToken) : New(command, "/api/v1/users", cancellationToken);
}
