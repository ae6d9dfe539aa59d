using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Invitations;

/// <summary>Invites somebody to the caller's organization. An address whose invitation is pending gets another link, with the new role and a new time.</summary>
/// <param name="Email">Their address, at most 255 characters.</param>
/// <param name="Role">What they will be.</param>
[RequiresPermission(Permissions.InvitationsManage, Denied = "Only admins can invite users")]
[Audited("invitation.sent")]
public sealed record SendInvitation(string? Email, UserRole Role = UserRole.Member) : ICommand<InvitationResponse>;
