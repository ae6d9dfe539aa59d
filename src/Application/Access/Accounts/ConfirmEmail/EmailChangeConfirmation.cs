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
/// Gives an account the address that its link has proved. What was pending for the old one ends; the old one is reserved, is told, and can undo it. Joins the caller's
/// unit of work.
/// </summary>
[Service]
internal sealed class EmailChangeConfirmation(
    IRepository<Account> accounts,
    ISessionStore sessions,
    IAccountStore store,
    IOneTimeTokens tokens,
    AccountUsers users,
    LocalAccounts locals,
    IMailOutbox mails,
    MailLinks links,
    IAuditTrail audit,
    TimeProvider clock)
{
    /// <summary>Consumes the token, as one of the account's users.</summary>
    public async Task<Unit> RunAsync(string token, AccountMembership first, CancellationToken cancellationToken)
    {
        // The account is locked before the token is consumed: of two links used concurrently, the second one is revoked by then.
        await sessions.LockAllForUpdateAsync(first.UserId, cancellationToken);
        var content = await tokens.ConsumeAsync(OneTimeTokenPurpose.ChangeEmail, token, cancellationToken);
        if (PendingEmailChange.FromPayload(content?.Payload) is not { } change || !EmailAddress.TryParse(change.To, out var next)
            || await accounts.SingleOrDefaultAsync(new AccountByIdSpec(first.AccountId), cancellationToken) is not { } account
            || content!.AccountId != account.Id || account.Email.Value != change.From)
        {
            throw AccessErrors.InvalidLink();
        }

        var (email, before, now) = (next.Value, account.Email, clock.GetUtcNow());
        await tokens.RevokeAsync(OneTimeTokenPurpose.ChangeEmail, account.Id, cancellationToken);
        await tokens.RevokeAsync(OneTimeTokenPurpose.ResetPassword, account.Id, cancellationToken);
        if (await store.FindReservationAsync(account.Id, email, cancellationToken) is { } since)
        {
            // Whoever goes back to an address of theirs gets it, and for good: the address that they leave may be a thief's, who must not undo that.
            await store.ReleaseAsync(account.Id, since, now, cancellationToken);
            await tokens.RevokeAsync(OneTimeTokenPurpose.UndoEmailChange, account.Id, since, cancellationToken);
            mails.Add(new SecurityNoticeMail(before, "The account that had this address has its former one again", now));
        }
        else
        {
            store.Reserve(account.Id, before, now);
            var undo = tokens.Issue(
                OneTimeTokenPurpose.UndoEmailChange, LinkLifetimes.UndoEmailChange, account.Id, payload: new DoneEmailChange(before.Value, now, change.Since).ToPayload());
            mails.Add(new EmailChangedMail(before, email.Value, links.ConfirmEmail(undo)));
        }

        account.ChangeEmail(email, now);
        audit.Record(account);
        // The mailbox is proved: what administrators gave to its address ends, as at a registration.
        await locals.EndAsync(email, cancellationToken);
        await users.ChangeEmailAsync(account, email, cancellationToken);
        return Unit.Value;
    }
}
