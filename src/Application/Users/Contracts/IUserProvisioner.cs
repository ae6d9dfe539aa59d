using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>
/// Lets users in whose email address is verified, and out. The caller runs as that user, in the user's organization. Joins the caller's transaction.
/// </summary>
public interface IUserProvisioner
{
    /// <summary>Creates the acting user, active, with this role.</summary>
    /// <exception cref="DuplicateValueError">The address has a user already; found when it is saved.</exception>
    Task<UserResponse> CreateAsync(EmailAddress email, string name, UserRole role, CancellationToken cancellationToken);

    /// <summary>Locks the acting user, whom an administrator has created, against changes of their rights until the transaction ends.</summary>
    Task LockAsync(CancellationToken cancellationToken);

    /// <summary>Lets the acting user in, whom an administrator has created: active from now on, with this name and this role.</summary>
    /// <param name="name">Null to keep the name.</param>
    /// <param name="role">Null to keep the role.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ConflictError">The role would leave the organization without an administrator.</exception>
    Task<UserResponse> AdmitAsync(string? name, UserRole? role, CancellationToken cancellationToken);

    /// <summary>
    /// Gives the acting user another address, whose owner they are. A user of the organization with that address whom nobody has proved, created by an administrator,
    /// gives way and is deleted: it would be the same person twice.
    /// </summary>
    /// <exception cref="ConflictError">That user is the last active administrator.</exception>
    /// <exception cref="DuplicateValueError">The address has a user who has proved it, or another one by now; found when it is saved.</exception>
    Task ChangeEmailAsync(EmailAddress email, CancellationToken cancellationToken);

    /// <summary>Deletes the acting user, who leaves the organization; the target of the command's audit entry.</summary>
    /// <exception cref="ConflictError">It would leave the organization without an administrator.</exception>
    Task LeaveAsync(CancellationToken cancellationToken);

    /// <summary>Deletes the acting user, whom somebody else has brought into the organization as them: the last administrator too.</summary>
    Task RemoveAsync(CancellationToken cancellationToken);
}
