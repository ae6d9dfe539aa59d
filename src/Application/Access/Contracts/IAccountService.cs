using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>
/// Accounts, for modules that let people into organizations. An account is created for somebody who has just proved the address; one that an administrator gives a
/// password is local, and ends when its address is proved. Joins the caller's transaction.
/// </summary>
public interface IAccountService
{
    /// <summary>
    /// Creates the account of an address that was just proved, and joins it to the acting user's organization; returns its id. Local accounts of the address end, in
    /// every organization, with their sessions and keys.
    /// </summary>
    /// <param name="email">The address.</param>
    /// <param name="passwordHash">From <see cref="IPasswordService.HashAsync"/>; null when no password is set.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="DuplicateValueError">The address has an account already; found when it is saved.</exception>
    Task<AccountId> CreateAsync(EmailAddress email, string? passwordHash, CancellationToken cancellationToken);

    /// <summary>Creates an account that opens the caller's organization alone, with a password that an administrator gives; returns its id.</summary>
    /// <param name="userId">The user of the caller's organization who signs in with it, and has no account.</param>
    /// <param name="email">The user's address, which it leaves to its owner.</param>
    /// <param name="passwordHash">From <see cref="IPasswordService.HashAsync"/>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="DuplicateValueError">The user has an account, or the organization another local one of the address; found when it is saved.</exception>
    Task<AccountId> CreateLocalAsync(UserId userId, EmailAddress email, string passwordHash, CancellationToken cancellationToken);

    /// <summary>Joins an account to the acting user's organization, as that user, who has its address, and whose local account ends.</summary>
    /// <exception cref="NotFoundError">The account has ended, or has another address by now.</exception>
    Task JoinAsync(AccountId accountId, EmailAddress email, CancellationToken cancellationToken);

    /// <summary>Returns the account of an address; null when nobody has proved it.</summary>
    Task<AccountId?> FindAsync(EmailAddress email, CancellationToken cancellationToken);

    /// <summary>How many of these users have an account to sign in with.</summary>
    Task<int> CountWithAccountAsync(IReadOnlyCollection<UserId> userIds, CancellationToken cancellationToken);

    /// <summary>Returns those of these users who have an account whose address somebody has proved.</summary>
    Task<IReadOnlyList<UserId>> ListProvedAsync(IReadOnlyCollection<UserId> userIds, CancellationToken cancellationToken);

    /// <summary>Returns the account that a user signs in with; null when there is none.</summary>
    Task<AccountSummary?> FindByUserAsync(UserId userId, CancellationToken cancellationToken);
}
