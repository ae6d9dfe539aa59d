using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Invitations;
using MediatR;

namespace CleanApi.Application.Invitations;

/// <summary>Revokes an invitation; its link becomes invalid.</summary>
/// <param name="Id">The id.</param>
[RequiresPermission(Permissions.InvitationsManage, Denied = "Only admins can revoke invitations")]
[Audited(Action)]
[NoValidator("The id is parsed by its type.")]
public sealed record RevokeInvitation(InvitationId Id) : ICommand<Unit>
{
    /// <summary>The audit action of a revocation, by whichever command.</summary>
    internal const string Action = "invitation.revoked";
}
