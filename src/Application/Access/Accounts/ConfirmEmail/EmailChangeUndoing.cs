using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Common.Web;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>
/// Gives an account back the address that it had, from whatever it has now, and takes away what somebody else may have: sessions, the password, later factors, identities,
/// keys, invitations, memberships and links. Links that undo earlier changes stay, so that the oldest one wins. Joins the caller's unit of work.
/// </summary>
[Service]
internal sealed class EmailChangeUndoing(
    IRepository<Account> accounts,
    ISessionStore store,
    SessionRevoker sessions,
    IAccountStore addresses,
    IPasskeyStore passkeys,
    IRecoveryCodes codes,
    IExternalIdentityStore identities,
    IVerificationAttempts attempts,
    IOneTimeTokens tokens,
    AccountUsers users,
    IMailOutbox mails,
    MailLinks links,
    IAuditTrail audit,
    TimeProvider clock)
{
    private const string Action = "account.email_restored";

    /// <summary>Consumes the token, as one of the account's users.</summary>
    public async Task<Unit> RunAsync(string token, AccountMembership first, CancellationToken cancellationToken)
    {
        await store.LockAllForUpdateAsync(first.UserId, cancellationToken);
        var content = await tokens.ConsumeAsync(OneTimeTokenPurpose.UndoEmailChange, token, cancellationToken);
        if (DoneEmailChange.FromPayload(content?.Payload) is not { } change
            || await accounts.SingleOrDefaultAsync(new AccountByIdSpec(first.AccountId), cancellationToken) is not { } account
            || content!.AccountId != account.Id)
        {
            throw AccessErrors.InvalidLink();
        }

        var (email, left, now) = (EmailAddress.FromStored(change.From), account.Email, clock.GetUtcNow());
        await tokens.RevokeAsync(OneTimeTokenPurpose.UndoEmailChange, account.Id, change.ChangedAt, cancellationToken);
        await tokens.RevokeAsync(OneTimeTokenPurpose.ResetPassword, account.Id, cancellationToken);
        await addresses.ReleaseAsync(account.Id, change.ChangedAt, now, cancellationToken);
        await addresses.ReleaseAsync(account.Id, email, now, cancellationToken);
        account.RestoreEmail(email, now);
        // An app that is not confirmed yet ends with the session that began it.
        if (account.TotpConfirmedAt >= change.Since)
        {
            account.DisableTotp(now);
        }

        audit.Record(Action, account);
        await passkeys.RemoveAllAsync(account.Id, change.Since, now, cancellationToken);
        await identities.UnlinkAllAsync(account.Id, change.Since, now, cancellationToken);
        // They are replaced all at once, by whoever asked last.
        await codes.RemoveAsync(account.Id, cancellationToken);
        await sessions.RevokeEverywhereAsync(account.Id, SessionEndReason.PasswordChanged, isRevoked: _ => true, cancellationToken);
        await attempts.ClearAsync(account.Id, email, cancellationToken);
        await users.RevokeGivenAsync(account, change.Since, cancellationToken);
        // Before the address: what somebody else has arranged in an organization of theirs refuses nothing.
        await users.LeaveJoinedAsync(account, change.Since, cancellationToken);
        await users.ChangeEmailAsync(account, email, cancellationToken);
        mails.Add(account.DeletedAt is null
            ? new EmailRestoredMail(email, links.ResetPassword(tokens.Issue(OneTimeTokenPurpose.ResetPassword, LinkLifetimes.ResetPassword, account.Id)))
            : new SecurityNoticeMail(email, "Your account was closed: whoever had changed its address has left all of its organizations", now));
        mails.Add(new SecurityNoticeMail(left, "The change to this address was undone for the account that had it", now));
        return Unit.Value;
    }
}
