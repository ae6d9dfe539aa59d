using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Web;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class ChangeEmailHandler(
    IReadRepository<Account> accounts,
    IReadRepository<Session> sessions,
    ISessionStore store,
    IOneTimeTokens tokens,
    IMailOutbox mails,
    ICallerContext context,
    SiteAddress site,
    MailLinks links)
    : IRequestHandler<ChangeEmail, Unit>
{
    public async Task<Unit> Handle(ChangeEmail command, CancellationToken cancellationToken)
    {
        // Of two requests at the same moment, the later one ends the link of the other.
        await store.LockAllForUpdateAsync(context.RequiredUser.UserId, cancellationToken);
        var account = await accounts.SingleOrDefaultAsync(new AccountByUserSpec(context.RequiredUser.UserId), cancellationToken) ?? throw AccessErrors.InvalidToken();
        if (account.LocalOrganizationId is not null)
        {
            throw AccessErrors.LocalAccount();
        }

        var email = EmailAddress.Parse(command.Email!);
        var isTaken = await accounts.AnyAsync(new AccountByEmailSpec(email), cancellationToken);
        // Whoever corrects a mistyped address must not leave a link in a stranger's mailbox.
        await tokens.RevokeAsync(OneTimeTokenPurpose.ChangeEmail, account.Id, cancellationToken);
        // The same statements in any case: a token for an address that is taken is stored, belongs to nobody and is never sent.
        var token = tokens.Issue(
            OneTimeTokenPurpose.ChangeEmail,
            LinkLifetimes.ChangeEmail,
            isTaken ? null : account.Id,
            payload: new PendingEmailChange(account.Email.Value, email.Value, await SignedInAtAsync(cancellationToken)).ToPayload());
        mails.Add(isTaken ? new AddressTakenMail(email, site.Page(PagePaths.SignIn)) : new ConfirmEmailMail(email, links.ConfirmEmail(token)));
        return Unit.Value;
    }

    // Switching continues a sign-in: it is as old as the session that it began with.
    private async Task<DateTimeOffset> SignedInAtAsync(CancellationToken cancellationToken)
    {
        var session = await sessions.SingleOrDefaultAsync(new SessionByIdSpec(context.RequiredUser.SessionId), cancellationToken) ?? throw AccessErrors.InvalidToken();
        var origin = session.OriginId == session.Id ? session : await sessions.SingleOrDefaultAsync(new SessionByIdSpec(session.OriginId), cancellationToken);
        return (origin ?? session).CreatedAt;
    }
}
