using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>What other modules ask of the users of the caller's organization.</summary>
public interface IUserDirectory
{
    /// <summary>Returns a user; null when the caller's organization has no such user.</summary>
    Task<UserSignInState?> FindAsync(UserId id, CancellationToken cancellationToken);

    /// <summary>Whether the caller's organization has such a user.</summary>
    Task<bool> ExistsAsync(UserId id, CancellationToken cancellationToken);
}
