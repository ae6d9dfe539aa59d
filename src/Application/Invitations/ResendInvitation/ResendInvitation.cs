using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Invitations;

namespace CleanApi.Application.Invitations;

/// <summary>Sends a pending invitation again, with a new link and a new expiry; earlier links become invalid.</summary>
/// <param name="Id">The id.</param>
[RequiresPermission(Permissions.InvitationsManage, Denied = "Only admins can invite users")]
[Audited("invitation.resent")]
[NoValidator("The id is parsed by its type.")]
[RequiresRecentAuthentication(When = Grants.Giving)]
public sealed record ResendInvitation(InvitationId Id) : ICommand<InvitationResponse>;
