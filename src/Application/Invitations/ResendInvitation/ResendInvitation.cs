using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Invitations;

namespace CleanApi.Application.Invitations;

/// <summary>Sends a pending invitation again: a new link, a new time; earlier links are dead.</summary>
/// <param name="Id">Which one.</param>
[RequiresPermission(Permissions.InvitationsManage, Denied = "Only admins can invite users")]
[Audited("invitation.resent")]
[NoValidator("The id is parsed by its type.")]
public sealed record ResendInvitation(InvitationId Id) : ICommand<InvitationResponse>;
