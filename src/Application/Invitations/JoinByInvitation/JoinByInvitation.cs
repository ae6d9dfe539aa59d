using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Application.Users;
using CleanApi.Domain.Invitations;

namespace CleanApi.Application.Invitations;

/// <summary>Accepts an invitation as the caller, who comes into being with it: the user, the account, and nothing when one of them is refused.</summary>
/// <param name="Id">Which invitation.</param>
/// <param name="Sending">Which of its sendings.</param>
/// <param name="Token">The token of the link, which is used up; null where the mailbox was proved otherwise.</param>
/// <param name="Name">What the person is called.</param>
/// <param name="PasswordHash">The password's hash; null for somebody who signs in otherwise.</param>
[AuthenticatedOnly("Sent by the use case that has proved the mailbox, as who joins.")]
[Audited("invitation.accepted")]
[NoValidator("Sent by other use cases, with values that are checked already.")]
public sealed record JoinByInvitation(InvitationId Id, int Sending, string? Token, string Name, string? PasswordHash) : ICommand<UserResponse>
{
    /// <summary>Without token and hash.</summary>
    public override string ToString() => $"{nameof(JoinByInvitation)} {Id}";
}
