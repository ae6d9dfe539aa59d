using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <inheritdoc cref="IUserSessions" />
[Service]
internal sealed class UserSessions(
    SessionRevoker revoker, IRepository<Session> sessions, ISessionStore store, IApiKeyStore keys, TimeProvider clock) : IUserSessions
{
    /// <inheritdoc />
    public Task LockAsync(UserId userId, CancellationToken cancellationToken) => store.LockAllForUpdateAsync(userId, cancellationToken);

    /// <inheritdoc />
    public async Task RevokeAllAsync(UserId userId, CancellationToken cancellationToken)
    {
        await revoker.RevokeAsync(userId, SessionEndReason.EndedByAdministrator, cancellationToken);
        // API keys are not revoked: they are valid again once their owner may sign in.
        await keys.InvalidateAsync(userId, cancellationToken);
    }

    /// <inheritdoc />
    public async Task InvalidateAccessTokensAsync(UserId userId, CancellationToken cancellationToken)
    {
        await store.LockAllForUpdateAsync(userId, cancellationToken);
        foreach (var session in await sessions.ListAsync(new ActiveSessionsByUserSpec(userId, clock.GetUtcNow()), cancellationToken))
        {
            session.InvalidateAccessTokens();
        }

        await keys.InvalidateAsync(userId, cancellationToken);
    }
}
