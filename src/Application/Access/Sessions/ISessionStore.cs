using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Locks sessions and changes them atomically, each with a single statement.</summary>
public interface ISessionStore
{
    /// <summary>Locks a session until the transaction ends.</summary>
    Task LockForUpdateAsync(SessionId id, CancellationToken cancellationToken);

    /// <summary>Locks the account of a user and its sessions, in all organizations, until the transaction ends; concurrent sign-ins of the account wait.</summary>
    Task LockAllForUpdateAsync(UserId userId, CancellationToken cancellationToken);

    /// <summary>Records the use of a session; false when it has ended.</summary>
    Task<bool> TouchAsync(SessionId id, DateTimeOffset now, CancellationToken cancellationToken);
}
