using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Changes the password of an account and revokes its sessions, its pending sign-ins and password reset links.</summary>
[Service]
internal sealed class PasswordUpdateService(
    IRepository<Account> accounts,
    IRepository<Session> sessions,
    ISessionStore store,
    IOneTimeTokens tokens,
    IMfaChallenges challenges,
    PasswordMails mails,
    IUnitOfWork unitOfWork,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock)
{
    /// <summary>Locks a user's account until the transaction ends and returns it; null when it was deleted.</summary>
    public async Task<Account?> LockForUpdateAsync(UserId userId, CancellationToken cancellationToken)
    {
        await store.LockAllForUpdateAsync(userId, cancellationToken);
        return await accounts.SingleOrDefaultAsync(new AccountByUserSpec(userId), cancellationToken);
    }

    /// <summary>Sets the password of a locked account, revokes password reset links and pending sign-ins, and notifies the user by mail.</summary>
    /// <param name="account">The account.</param>
    /// <param name="hash">The password hash.</param>
    /// <param name="name">The user's name.</param>
    /// <param name="isRevoked">Which of the account's sessions are revoked.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task SetAsync(Account account, string hash, string name, Func<SessionId, bool> isRevoked, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        account.SetPassword(hash, now);
        await tokens.RevokeAsync(OneTimeTokenPurpose.ResetPassword, account.Id, cancellationToken);
        await challenges.RevokeAllAsync(account.Id, cancellationToken);
        foreach (var session in await sessions.ListAsync(new ActiveSessionsByAccountSpec(account.Id, now), cancellationToken))
        {
            if (isRevoked(session.Id))
            {
                await RevokeAsync(session, now, cancellationToken);
            }
        }

        await mails.SendChangedAsync(account, name, cancellationToken);
    }

    // A session of another organization ends as the user there, and in that organization's audit log.
    private Task<bool> RevokeAsync(Session session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        return session.OrganizationId == context.Required.OrganizationId
            ? Task.FromResult(Revoke())
            : context.RunAsAsync(
                new SystemCaller(session.OrganizationId, session.UserId), () => unitOfWork.ExecuteAsync(_ => Task.FromResult(Revoke()), cancellationToken));

        bool Revoke()
        {
            if (!session.Revoke(SessionEndReason.PasswordChanged, now))
            {
                return false;
            }

            audit.Record(SessionRevoker.Action, session);
            return true;
        }
    }
}
