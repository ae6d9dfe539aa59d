using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Operations on all API keys of a user, each a single statement.</summary>
public interface IApiKeyStore
{
    /// <summary>
    /// Locks the owner's account until the transaction ends: a concurrent change of role or status waits for the new key, or the other way round. Writes the
    /// row, so that a serializable transaction that has begun already fails as well.
    /// </summary>
    Task LockOwnerForUpdateAsync(UserId userId, CancellationToken cancellationToken);

    /// <summary>Invalidates the cached keys of a user on all instances, because the user's role or status has changed.</summary>
    Task InvalidateAsync(UserId userId, CancellationToken cancellationToken);
}
