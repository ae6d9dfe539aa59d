using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Locks sessions and changes them atomically, each with a single statement.</summary>
public interface ISessionStore
{
    /// <summary>
    /// Locks the sign-in of a session until the transaction ends: its account, and what is left of the sessions of the sign-in in all organizations. A concurrent
    /// switch waits, and finds the session ended.
    /// </summary>
    Task LockOriginForUpdateAsync(SessionId id, CancellationToken cancellationToken);

    /// <summary>Locks the account of a user and its sessions, in all organizations, until the transaction ends; concurrent sign-ins of the account wait.</summary>
    Task LockAllForUpdateAsync(UserId userId, CancellationToken cancellationToken);

    /// <summary>Records the use of a session; false when it has ended.</summary>
    Task<bool> TouchAsync(SessionId id, DateTimeOffset now, CancellationToken cancellationToken);
}
