using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Gives an account another password, and ends what the one before has opened.</summary>
[Service]
internal sealed class PasswordUpdateService(
    IRepository<Account> accounts,
    IRepository<Session> sessions,
    ISessionStore store,
    IOneTimeTokens tokens,
    PasswordMails mails,
    TimeProvider clock)
{
    /// <summary>A user's account, held until the transaction ends; null when it is closed.</summary>
    public async Task<Account?> LockForUpdateAsync(UserId userId, CancellationToken cancellationToken)
    {
        await store.LockAllForUpdateAsync(userId, cancellationToken);
        return await accounts.SingleOrDefaultAsync(new AccountByUserSpec(userId), cancellationToken);
    }

    /// <summary>Sets the password of an account that is held. Links to set another one die, and the person is told.</summary>
    /// <param name="account">The account.</param>
    /// <param name="hash">The password's hash.</param>
    /// <param name="name">What the person is called.</param>
    /// <param name="ends">Which of the account's sessions end.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task SetAsync(Account account, string hash, string name, Func<SessionId, bool> isRevoked, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        account.SetPassword(hash, now);
        await tokens.RevokeAsync(OneTimeTokenPurpose.ResetPassword, account.Id, cancellationToken);
        foreach (var session in (await sessions.ListAsync(new ActiveSessionsByAccountSpec(account.Id, now), cancellationToken)).Where(session => isRevoked(session.Id)))
        {
            session.Revoke(SessionEndReason.PasswordChanged, now);
        }

        await mails.SendChangedAsync(account, name, cancellationToken);
    }
}
