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
    IReadRepository<Membership> memberships, IOneTimeTokens tokens, IMailOutbox mails, SiteAddress site, ICallerContext context, ISender sender)
    : IRequestHandler<ForgotPassword, Unit>
{
    public async Task<Unit> Handle(ForgotPassword command, CancellationToken cancellationToken)
    {
        var email = EmailAddress.Parse(command.Email!);
        var found = await memberships.FirstOrDefaultAsync(new PersonByEmail(email), cancellationToken);

        // The same statements in any case, so that time does not tell (OWASP ASVS 5.0, 6.3.8): nobody's user is looked for too, and a token stored that is
        // nobody's and that nobody gets.
        var person = found ?? Person.Nobody;
        context.Enter(new Caller(person.UserId, person.OrganizationId, UserRole.Viewer));
        var user = await sender.Send(new GetSignInState(person.UserId), cancellationToken);
        var mayReset = found is not null && user is { Status: not UserStatus.Deactivated };
        var token = tokens.Issue(OneTimeTokenPurpose.ResetPassword, LinkLifetimes.ResetPassword, mayReset ? person.AccountId : null);
        mails.Add(user switch
        {
            _ when mayReset => new ResetPasswordMail(email, user!.Name, site.Link(PagePaths.ResetPassword, token)),
            not null => new AccountDeactivatedMail(email, user.Name),
            null => new NoAccountMail(email, site.Page(PagePaths.Register)),
        });
        return Unit.Value;
    }
}
