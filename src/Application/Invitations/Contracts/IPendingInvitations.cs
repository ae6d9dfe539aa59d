using CleanApi.Domain.Users;

namespace CleanApi.Application.Invitations;

/// <summary>The pending invitation of a user who is not in yet, for the module that manages users. Joins the caller's transaction.</summary>
public interface IPendingInvitations
{
    /// <summary>Revokes the caller's organization's pending invitation of an address, if there is one: its user may not come in any more.</summary>
    Task RevokeAsync(EmailAddress email, CancellationToken cancellationToken);

    /// <summary>
    /// Revokes the caller's organization's pending invitations that a user has sent from a moment on: it may have been somebody else who used their session. Those that
    /// were accepted are named in the audit log, for an administrator to look at who came in.
    /// </summary>
    Task WithdrawSentAsync(UserId by, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Gives the pending invitation of an address, if there is one, the role that its user has got: the one given last holds.</summary>
    Task ChangeRoleAsync(EmailAddress email, UserRole role, CancellationToken cancellationToken);
}
