using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Sessions and API keys of a user whose rights change. Joins the caller's transaction. Concurrent sign-ins wait or are included.</summary>
public interface IUserSessions
{
    /// <summary>
    /// Locks the account and the sessions of a user until the transaction ends. Before anything else is locked: sign-ins and changes of an address lock the account first.
    /// </summary>
    Task LockAsync(UserId userId, CancellationToken cancellationToken);

    /// <summary>Revokes all sessions: access and refresh tokens are invalid at once. API keys are rejected while their owner may not sign in.</summary>
    Task RevokeAllAsync(UserId userId, CancellationToken cancellationToken);

    /// <summary>Invalidates access tokens and cached API keys, because they carry a role that has changed; refresh tokens stay valid.</summary>
    Task InvalidateAccessTokensAsync(UserId userId, CancellationToken cancellationToken);
}
