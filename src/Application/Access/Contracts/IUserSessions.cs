using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Sessions and API keys of a user whose rights change. Joins the caller's transaction. Concurrent sign-ins wait or are included.</summary>
public interface IUserSessions
{
    /// <summary>Revokes all sessions: access and refresh tokens are invalid at once. API keys are rejected while their owner may not sign in.</summary>
    Task RevokeAllAsync(UserId userId, CancellationToken cancellationToken);

    /// <summary>Invalidates access tokens and cached API keys, because they carry a role that has changed; refresh tokens stay valid.</summary>
    Task InvalidateAccessTokensAsync(UserId userId, CancellationToken cancellationToken);
}
