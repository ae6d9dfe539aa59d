using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Invitations;

/// <summary>
/// Invites an email address to the caller's organization. A pending invitation is sent again, with a new link, the new role and a new expiry.
/// </summary>
/// <param name="Email">At most 255 characters.</param>
/// <param name="Role">The role of the future user.</param>
[RequiresPermission(Permissions.InvitationsManage, Denied = "Only admins can invite users")]
[Audited("invitation.sent")]
public sealed record SendInvitation([property: Example("invited@acme.test")] string? Email, UserRole Role = UserRole.Member) : ICommand<InvitationResponse>;
