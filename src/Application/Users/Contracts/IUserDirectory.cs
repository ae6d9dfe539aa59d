using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>The users of the caller's organization, for other modules.</summary>
public interface IUserDirectory
{
    /// <summary>Maximum ids in one call of <see cref="ListAsync"/>.</summary>
    const int MaxIds = 100;

    /// <summary>Returns a user; null when the caller's organization has no such user.</summary>
    Task<UserSignInState?> FindAsync(UserId id, CancellationToken cancellationToken);

    /// <summary>Returns the user with an address; null when the caller's organization has none.</summary>
    Task<InvitableUser?> FindByEmailAsync(EmailAddress email, CancellationToken cancellationToken);

    /// <summary>Whether the caller's organization has such a user.</summary>
    Task<bool> ExistsAsync(UserId id, CancellationToken cancellationToken);

    /// <summary>Returns several users in one statement, in the order of the ids, with null for those that the caller's organization does not have.</summary>
    /// <param name="ids">At most <see cref="MaxIds"/>; one may occur more than once.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are more ids.</exception>
    Task<IReadOnlyList<UserResponse?>> ListAsync(IReadOnlyList<UserId> ids, CancellationToken cancellationToken);

    /// <summary>Returns the active administrators of the caller's organization, <see cref="MaxIds"/> at most, those who have been here longest first.</summary>
    Task<IReadOnlyList<Administrator>> ListAdministratorsAsync(CancellationToken cancellationToken);
}
