using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Revokes sessions of a user: access and refresh tokens are invalid at once, and a concurrent sign-in either waits or is revoked too.</summary>
[Service]
internal sealed class SessionRevoker(IRepository<Session> sessions, ISessionStore store, IAuditTrail audit, TimeProvider clock)
{
    /// <summary>The audit action of a session that its user ends.</summary>
    public const string Action = "session.ended";

    /// <summary>Revokes all sessions of a user but one; returns them.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="reason">Why.</param>
    /// <param name="except">The session that stays; null for none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<Session>> RevokeAsync(UserId userId, SessionEndReason reason, SessionId? except, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await store.LockAllForUpdateAsync(userId, cancellationToken);
        var live = await sessions.ListAsync(new ActiveSessionsByUserSpec(userId, now), cancellationToken);
        return live.FindAll(session => session.Id != except && session.Revoke(reason, now));
    }

    /// <summary>The same, with an entry in the audit log for each session.</summary>
    public async Task RevokeAuditedAsync(UserId userId, SessionEndReason reason, SessionId? except, CancellationToken cancellationToken)
    {
        foreach (var session in await RevokeAsync(userId, reason, except, cancellationToken))
        {
            audit.Record(Action, session);
        }
    }
}
