using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>What concerns all keys of a person, and has to be one statement.</summary>
public interface IApiKeyStore
{
    /// <summary>
    /// Holds a person's account until the transaction ends, so that whoever changes their role or locks them out waits for the new key, or the key waits and
    /// sees the change. Also a serializable transaction that has begun already notices: the row is written, not only locked.
    /// </summary>
    Task LockOwnerForUpdateAsync(UserId userId, CancellationToken cancellationToken);

    /// <summary>Has all instances look a person's keys up again, because their role or status is another.</summary>
    Task InvalidateAsync(UserId userId, CancellationToken cancellationToken);
}
