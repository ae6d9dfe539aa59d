using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Users;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Invitations;

/// <summary>
/// An invitation does not outlive the rights of whoever sent it: they are still there and active, may still invite, and have every permission of the role. For one
/// that an API key sent, this is the key's owner. Runs in the inviting organization.
/// </summary>
[Service]
internal sealed class InvitationSenders(IUserDirectory users)
{
    /// <summary>Returns the sender of an invitation; null when they could not send it any more.</summary>
    public async Task<UserSignInState?> FindAsync(Invitation invitation, CancellationToken cancellationToken) =>
        await users.FindAsync(invitation.InvitedById, cancellationToken) is { Status: UserStatus.Active } sender && Grants.CanHandOn(sender.Role, invitation.Role)
            ? sender
            : null;
}
