using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>
/// Revokes sessions: access and refresh tokens are invalid at once, and a concurrent sign-in either waits or is revoked too. A sign-in whose second factor is pending
/// ends with them.
/// </summary>
[Service]
internal sealed class SessionRevoker(
    IReadRepository<Account> accounts,
    IRepository<Session> sessions,
    ISessionStore store,
    IMfaChallenges challenges,
    IUnitOfWork unitOfWork,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock)
{
    /// <summary>The audit action of a session that is ended before its time.</summary>
    public const string Action = "session.ended";

    /// <summary>Revokes all sessions of a user but one, each with an entry in the audit log.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="reason">Why.</param>
    /// <param name="except">The session that stays; null for none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task RevokeAsync(UserId userId, SessionEndReason reason, SessionId? except, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await store.LockAllForUpdateAsync(userId, cancellationToken);
        if (await accounts.SingleOrDefaultAsync(new AccountByUserSpec(userId), cancellationToken) is { } account)
        {
            await challenges.RevokeAllAsync(account.Id, cancellationToken);
        }

        foreach (var session in await sessions.ListAsync(new ActiveSessionsByUserSpec(userId, now), cancellationToken))
        {
            if (session.Id != except)
            {
                Revoke(session, reason, now);
            }
        }
    }

    /// <summary>
    /// Revokes sessions of a locked account, in all of its organizations: each as the user there, with an entry in that organization's audit log. Joins the caller's
    /// unit of work.
    /// </summary>
    /// <param name="accountId">The account.</param>
    /// <param name="reason">Why.</param>
    /// <param name="isRevoked">Which of them.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task RevokeEverywhereAsync(AccountId accountId, SessionEndReason reason, Func<SessionId, bool> isRevoked, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await challenges.RevokeAllAsync(accountId, cancellationToken);
        foreach (var session in (await sessions.ListAsync(new ActiveSessionsByAccountSpec(accountId, now), cancellationToken)).Where(one => isRevoked(one.Id)))
        {
            if (session.OrganizationId == context.Required.OrganizationId)
            {
                Revoke(session, reason, now);
            }
            else
            {
                await context.RunAsAsync(
                    new SystemCaller(session.OrganizationId, session.UserId),
                    () => unitOfWork.ExecuteAsync(_ => Task.FromResult(Revoke(session, reason, now)), cancellationToken));
            }
        }
    }

    private bool Revoke(Session session, SessionEndReason reason, DateTimeOffset now)
    {
        if (!session.Revoke(reason, now))
        {
            return false;
        }

        audit.Record(Action, session);
        return true;
    }
}
