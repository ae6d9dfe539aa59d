using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Invitations;

/// <summary>Invitations, for the modules that create users and accounts.</summary>
public interface IInvitationService
{
    /// <summary>How many invitations somebody sees at most: the newest.</summary>
    const int MaxListed = 50;

    /// <summary>
    /// Invites a user of the caller's organization whom the caller's command creates: they keep their role. A pending invitation of the address is sent again.
    /// Joins the caller's transaction.
    /// </summary>
    /// <exception cref="ConflictError">The pending invitation was sent too often.</exception>
    Task InviteAsync(EmailAddress email, UserRole role, CancellationToken cancellationToken);

    /// <summary>Returns the open invitations of an address, over all organizations: the newest first, at most <see cref="MaxListed"/>.</summary>
    Task<IReadOnlyList<InvitationPreviewResponse>> ListOpenAsync(EmailAddress email, CancellationToken cancellationToken);

    /// <summary>
    /// Accepts an open invitation of an address that was just proved and has no account: creates the account, without a password. Opens its own unit of work.
    /// </summary>
    /// <param name="id">The invitation.</param>
    /// <param name="email">The proved address.</param>
    /// <param name="name">The name of a new user.</param>
    /// <param name="accepted">Runs in the same transaction, as the user who has joined, with the id of the account.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="NotFoundError">The address has no such open invitation.</exception>
    /// <exception cref="ConflictError">The address has an account by now.</exception>
    Task AcceptAsync(InvitationId id, EmailAddress email, string name, Func<AccountId, CancellationToken, Task> accepted, CancellationToken cancellationToken);
}
