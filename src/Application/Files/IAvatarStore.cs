using CleanApi.Domain.Users;

namespace CleanApi.Application.Files;

/// <summary>The avatars of users of the caller's organization, one each at most.</summary>
public interface IAvatarStore
{
    /// <summary>Returns a user's; null where there is none.</summary>
    Task<Avatar?> FindAsync(UserId id, CancellationToken cancellationToken);

    /// <summary>Locks a user's until the transaction ends, and returns its SHA-256; null where there is none.</summary>
    Task<string?> LockAsync(UserId id, CancellationToken cancellationToken);

    /// <summary>Stores a user's, in place of one that there is.</summary>
    Task PutAsync(UserId id, Avatar avatar, CancellationToken cancellationToken);

    /// <summary>Deletes a user's; nothing where there is none.</summary>
    Task DeleteAsync(UserId id, CancellationToken cancellationToken);
}
