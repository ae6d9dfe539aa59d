using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Changes the password of an account and revokes its sessions, its pending sign-ins and password reset links.</summary>
[Service]
internal sealed class PasswordUpdateService(
    IRepository<Account> accounts,
    ISessionStore store,
    SessionRevoker sessions,
    IOneTimeTokens tokens,
    PasswordMails mails,
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
    /// <param name="isRevoked">Which of the account's sessions are revoked.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task SetAsync(Account account, string hash, Func<SessionId, bool> isRevoked, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        account.SetPassword(hash, now);
        await tokens.RevokeAsync(OneTimeTokenPurpose.ResetPassword, account.Id, cancellationToken);
        await sessions.RevokeEverywhereAsync(account.Id, SessionEndReason.PasswordChanged, isRevoked, cancellationToken);
        await mails.SendChangedAsync(account, cancellationToken);
    }
}
