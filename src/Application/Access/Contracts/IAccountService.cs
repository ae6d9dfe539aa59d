using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>
/// Accounts, for modules that let people into organizations. An account is created only for somebody who has just proved the address. Joins the caller's
/// transaction.
/// </summary>
public interface IAccountService
{
    /// <summary>Creates the account of an address that was just proved, and joins it to the acting user's organization; returns its id.</summary>
    /// <param name="email">The address.</param>
    /// <param name="passwordHash">From <see cref="IPasswordService.HashAsync"/>; null when no password is set.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="DuplicateValueError">The address has an account already; found when it is saved.</exception>
    Task<AccountId> CreateAsync(EmailAddress email, string? passwordHash, CancellationToken cancellationToken);

    /// <summary>Joins an account to the acting user's organization, as that user.</summary>
    /// <exception cref="NotFoundError">The account has ended.</exception>
    Task JoinAsync(AccountId accountId, CancellationToken cancellationToken);

    /// <summary>Returns the account of an address; null when nobody has proved it.</summary>
    Task<AccountId?> FindAsync(EmailAddress email, CancellationToken cancellationToken);

    /// <summary>How many of these users have an account to sign in with.</summary>
    Task<int> CountWithAccountAsync(IReadOnlyCollection<UserId> userIds, CancellationToken cancellationToken);

    /// <summary>Returns the account that a user signs in with; null when there is none.</summary>
    Task<AccountSummary?> FindByUserAsync(UserId userId, CancellationToken cancellationToken);
}
