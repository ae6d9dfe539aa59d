using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>
/// Creates users whose email address is verified. The caller runs as that user, in the user's organization. Joins the caller's transaction.
/// </summary>
public interface IUserProvisioner
{
    /// <summary>Creates the acting user, active, with this role.</summary>
    /// <exception cref="DuplicateValueError">The address has a user already; found when it is saved.</exception>
    Task<UserResponse> CreateAsync(EmailAddress email, string name, UserRole role, CancellationToken cancellationToken);

    /// <summary>Activates the acting user if their status is INVITED; another status stays.</summary>
    Task ActivateInvitedAsync(CancellationToken cancellationToken);
}
