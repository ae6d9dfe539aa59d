using CleanApi.Domain.Users;

namespace CleanApi.Application.Invitations;

/// <summary>Locks invitations.</summary>
public interface IInvitationStore
{
    /// <summary>Locks the organization's pending invitation of an address, if there is one, until the transaction ends.</summary>
    Task LockPendingForUpdateAsync(EmailAddress email, CancellationToken cancellationToken);
}
