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
        // Whoever goes back to an address of theirs gets it: it is reserved for them.
        await store.ReleaseAsync(account.Id, email, now, cancellationToken);
        account.ChangeEmail(email, now);
        // The mailbox is proved: what administrators gave to its address ends, as at a registration.
        await locals.EndAsync(email, cancellationToken);
        audit.Record(account);
        store.Reserve(account.Id, before, now);
        var undo = tokens.Issue(
            OneTimeTokenPurpose.UndoEmailChange, LinkLifetimes.UndoEmailChange, account.Id, payload: new DoneEmailChange(before.Value, now).ToPayload());
        mails.Add(new EmailChangedMail(before, email.Value, links.ConfirmEmail(undo)));
        await users.ChangeEmailAsync(account, email, cancellationToken);
        return Unit.Value;
    }
}
