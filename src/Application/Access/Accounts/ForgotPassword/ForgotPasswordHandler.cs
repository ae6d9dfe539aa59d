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
    SiteAddress site) : IRequestHandler<ForgotPassword, Unit>
{
    public async Task<Unit> Handle(ForgotPassword command, CancellationToken cancellationToken)
    {
        var email = EmailAddress.Parse(command.Email!);
        // Constant time (OWASP ASVS 5.0, 6.3.8): an unknown address causes the same statements. A user is looked up under a default id, and a token
        // without an account is stored and never sent.
        var found = Credentials.ToReset(await memberships.ListAsync(new CredentialsByEmailSpec(email), cancellationToken));
        var membership = await ChooseAsync(found, cancellationToken);
        return await context.RunAsAsync(
            new SystemCaller(membership.OrganizationId, membership.UserId),
            () => unitOfWork.ExecuteAsync(cancellation => SendAsync(email, membership, cancellation), cancellationToken));
    }

    // The first one whose user may sign in, else the last. Of one organization, as of none, nothing is asked here.
    private async Task<Credentials> ChooseAsync(IReadOnlyList<Credentials> found, CancellationToken cancellationToken)
    {
        foreach (var one in found.SkipLast(1))
        {
            var user = await context.RunAsAsync(
                new SystemCaller(one.OrganizationId, one.UserId), () => users.FindAsync(one.UserId, cancellationToken));
            if (user is { Status: not UserStatus.Deactivated })
            {
                return one;
            }
        }

        return found.Count > 0 ? found[^1] : Credentials.None;
    }

    private async Task<Unit> SendAsync(EmailAddress email, Credentials membership, CancellationToken cancellationToken)
    {
        var user = await users.FindAsync(membership.UserId, cancellationToken);
        var mayReset = user is { Status: not UserStatus.Deactivated };
        var token = tokens.Issue(OneTimeTokenPurpose.ResetPassword, LinkLifetimes.ResetPassword, mayReset ? membership.AccountId : null);
        mails.Add(user switch
        {
            null => new NoAccountMail(email, site.Page(PagePaths.Register)),
            _ when mayReset => new ResetPasswordMail(email, user.Name, site.Link(PagePaths.ResetPassword, token)),
            _ => new AccountDeactivatedMail(email, user.Name),
        });
        return Unit.Value;
    }
}
