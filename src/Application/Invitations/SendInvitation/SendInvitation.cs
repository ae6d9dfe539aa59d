using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Invitations;

/// <summary>
/// Invites an email address to the caller's organization, as a new user or as one who was created for it and is not in yet. A pending invitation is sent again,
/// with a new link, the new role and a new expiry. Whether the address has an account elsewhere makes no difference.
/// </summary>
/// <param name="Email">At most 255 characters.</param>
/// <param name="Role">The role that the acceptance gives; left out, a user who was created keeps theirs, and a new one is a member.</param>
[RequiresPermission(Permissions.InvitationsManage, Denied = "Only admins can invite users")]
[Audited(InvitationSender.Action)]
[ManagesTransaction("Of two at the same moment, the second sends the invitation of the first again.")]
[RequiresRecentAuthentication(When = Grants.Giving)]
public sealed record SendInvitation([property: Example("invited@acme.test")] string? Email, UserRole? Role = null) : ICommand<InvitationResponse>;
