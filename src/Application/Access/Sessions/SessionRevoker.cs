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
    IOneTimeTokens tokens,
    IUnitOfWork unitOfWork,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock)
{
    /// <summary>The audit action of a session that is ended before its time.</summary>
    public const string Action = "session.ended";

    /// <summary>
    /// Revokes all sessions of a user, and the pending sign-ins of that user, each session with an entry in the audit log. Those of the account in other
    /// organizations go on.
    /// </summary>
    /// <param name="userId">The user.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task RevokeAsync(UserId userId, SessionEndReason reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await store.LockAllForUpdateAsync(userId, cancellationToken);
        await challenges.RevokeAsync(userId, cancellationToken);
        if (await accounts.SingleOrDefaultAsync(new AccountByUserSpec(userId), cancellationToken) is { } account)
        {
            await tokens.RevokeAsync(OneTimeTokenPurpose.ChangeEmail, account.Id, cancellationToken);
        }

        foreach (var session in await sessions.ListAsync(new ActiveSessionsByUserSpec(userId, now), cancellationToken))
        {
            Revoke(session, reason, now);
        }
    }

    /// <summary>Revokes all sessions of a user's account but one, in all of its organizations. Joins the caller's unit of work.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="reason">Why.</param>
    /// <param name="except">The session that stays; null for none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task RevokeEverywhereAsync(UserId userId, SessionEndReason reason, SessionId? except, CancellationToken cancellationToken)
    {
        await store.LockAllForUpdateAsync(userId, cancellationToken);
        if (await accounts.SingleOrDefaultAsync(new AccountByUserSpec(userId), cancellationToken) is { } account)
        {
            await RevokeEverywhereAsync(account.Id, reason, id => id != except, cancellationToken);
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
        // Whoever had a session may have asked for another address: that would outlive it.
        await tokens.RevokeAsync(OneTimeTokenPurpose.ChangeEmail, accountId, cancellationToken);
        var active = await sessions.ListAsync(new ActiveSessionsByAccountSpec(accountId, now), cancellationToken);
        await RevokeEachAsync(active.Where(session => isRevoked(session.Id)), reason, now, cancellationToken);
    }

    /// <summary>
    /// Revokes what is left of a locked sign-in (<see cref="ISessionStore.LockOriginForUpdateAsync"/>), in all organizations, as
    /// <see cref="RevokeEverywhereAsync(AccountId, SessionEndReason, Func{SessionId, bool}, CancellationToken)"/> does.
    /// </summary>
    /// <param name="session">One of its sessions.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task RevokeOriginAsync(Session session, SessionEndReason reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await tokens.RevokeAsync(OneTimeTokenPurpose.ChangeEmail, session.AccountId, cancellationToken);
        await RevokeEachAsync(await sessions.ListAsync(new ActiveSessionsByOriginSpec(session.OriginId, now), cancellationToken), reason, now, cancellationToken);
    }

    private async Task RevokeEachAsync(IEnumerable<Session> active, SessionEndReason reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var session in active)
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
