using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Locks on sessions, and changes to them that have to be one statement.</summary>
public interface ISessionStore
{
    /// <summary>Keeps others from changing a session until the transaction ends.</summary>
    Task LockForUpdateAsync(SessionId id, CancellationToken cancellationToken);

    /// <summary>Keeps others from changing a user's sessions, and from signing in as the user, until the transaction ends.</summary>
    Task LockAllForUpdateAsync(UserId userId, CancellationToken cancellationToken);

    /// <summary>Notes that a session was used; false when it has ended.</summary>
    Task<bool> TouchAsync(SessionId id, DateTimeOffset now, CancellationToken cancellationToken);
}
