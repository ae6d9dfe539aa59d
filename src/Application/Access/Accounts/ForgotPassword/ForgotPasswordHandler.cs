using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Web;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class ForgotPasswordHandler(
    IReadRepository<Membership> memberships,
    IUserDirectory users,
    IOneTimeTokens tokens,
    IMailOutbox mails,
    IUnitOfWork unitOfWork,
    ICallerContext context,
    SiteAddress site,
    MailLinks links) : IRequestHandler<ForgotPassword, Unit>
{
    public async Task<Unit> Handle(ForgotPassword command, CancellationToken cancellationToken)
    {
        var email = EmailAddress.Parse(command.Email!);
        // Constant time (OWASP ASVS 5.0, 6.3.8): an unknown address causes the same statements. A user is looked up under a default id, and a token
        // without an account is stored and never sent.
        var found = Credentials.ToReset(await memberships.ListAsync(new CredentialsByEmailSpec(email), cancellationToken));
        var membership = found.Count > 0 ? found[0] : Credentials.None;
        return await context.RunAsAsync(
            new SystemCaller(membership.OrganizationId, membership.UserId),
            () => unitOfWork.ExecuteAsync(cancellation => SendAsync(email, membership, isInOthers: found.Count > 1, cancellation), cancellationToken));
    }

    // Of somebody in several organizations one is looked at: to ask them all would tell that there are several. The reset asks them.
    private async Task<Unit> SendAsync(EmailAddress email, Credentials membership, bool isInOthers, CancellationToken cancellationToken)
    {
        var user = await users.FindAsync(membership.UserId, cancellationToken);
        var mayReset = user is not null && (isInOthers || user.Status != UserStatus.Deactivated);
        var token = tokens.Issue(OneTimeTokenPurpose.ResetPassword, LinkLifetimes.ResetPassword, mayReset ? membership.AccountId : null);
        mails.Add(user switch
        {
            null => new NoAccountMail(email, site.Page(PagePaths.Register)),
            _ when mayReset => new ResetPasswordMail(email, links.ResetPassword(token)),
            _ => new AccountDeactivatedMail(email),
        });
        return Unit.Value;
    }
}
