using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Ends sessions of a user: their access and refresh tokens die at once, and a sign-in at the same time either waits or is ended too.</summary>
internal sealed class SessionEnder(IRepository<Session> sessions, ISessionStore store, IAuditTrail audit, TimeProvider clock)
{
    /// <summary>The action under which an ended session is audited.</summary>
    public const string Action = "session.ended";

    private const string Target = "session";

    /// <summary>Ends all sessions of a user but one.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="reason">Why.</param>
    /// <param name="except">The one that goes on.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<Session>> EndAsync(UserId userId, SessionEndReason reason, SessionId? except, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await store.HoldAllAsync(userId, cancellationToken);
        var live = await sessions.ListAsync(new LiveSessionsOfUser(userId, now), cancellationToken);
        return live.FindAll(session => session.Id != except && session.Revoke(reason, now));
    }

    /// <summary>The same, with an entry in the audit log for each session.</summary>
    public async Task EndAuditedAsync(UserId userId, SessionEndReason reason, SessionId? except, CancellationToken cancellationToken)
    {
        foreach (var session in await EndAsync(userId, reason, except, cancellationToken))
        {
            audit.RecordDone(Action, Target, session.PublicId);
        }
    }
}
