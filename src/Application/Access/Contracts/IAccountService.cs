using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Accounts, for the module that manages users. Joins the caller's transaction.</summary>
public interface IAccountService
{
    /// <summary>Creates a new user's account; returns its id.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="organizationId">The user's organization.</param>
    /// <param name="email">The user's address.</param>
    /// <param name="passwordHash">From <see cref="IPasswordService.HashAsync"/>; null when no password is set.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="DuplicateValueError">The address has an account already; found when it is saved.</exception>
    Task<AccountId> CreateAsync(UserId userId, OrganizationId organizationId, EmailAddress email, string? passwordHash, CancellationToken cancellationToken);

    /// <summary>Whether an email address has an account, in any organization.</summary>
    Task<bool> ExistsAsync(EmailAddress email, CancellationToken cancellationToken);
}
