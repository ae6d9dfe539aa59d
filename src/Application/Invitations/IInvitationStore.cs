using CleanApi.Domain.Users;

namespace CleanApi.Application.Invitations;

/// <summary>Locks invitations.</summary>
public interface IInvitationStore
{
    /// <summary>Locks the organization's pending invitation of an address, if there is one, until the transaction ends.</summary>
    Task LockPendingForUpdateAsync(EmailAddress email, CancellationToken cancellationToken);

    /// <summary>Locks the organization's pending invitations that a user has sent, until the transaction ends.</summary>
    Task LockPendingForUpdateAsync(UserId by, CancellationToken cancellationToken);
}
