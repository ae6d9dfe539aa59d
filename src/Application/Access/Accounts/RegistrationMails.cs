using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Common.Web;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>
/// Mails the response to a registration or a resend request. Every case stores the same, one token and one mail, so that response times do not reveal
/// whether the address has an account. A token without a pending registration is never sent and cannot be found.
/// </summary>
[Service]
internal sealed class RegistrationMails(IOneTimeTokens tokens, IMailOutbox outbox, SiteAddress site, MailLinks links)
{
    /// <summary>Adds the mail and its token to the unit of work.</summary>
    /// <param name="email">The address.</param>
    /// <param name="isKnown">Whether it has an account.</param>
    /// <param name="pending">The pending registration; null when there is none.</param>
    public void Add(EmailAddress email, bool isKnown, PendingRegistration? pending)
    {
        var token = tokens.Issue(
            OneTimeTokenPurpose.VerifyEmail,
            LinkLifetimes.VerifyEmail,
            subject: pending is null ? null : email.Value,
            payload: (pending ?? PendingRegistration.None).ToPayload());
        var (link, signInLink) = (links.VerifyEmail(token), site.Page(PagePaths.SignIn));
        outbox.Add((pending, isKnown) switch
        {
            (null, true) => new AlreadyRegisteredMail(email, signInLink, site.Page(PagePaths.ForgotPassword)),
            (null, false) => new NoAccountMail(email, site.Page(PagePaths.Register)),
            (_, true) => new AddOrganizationMail(email, pending.OrganizationName, link, signInLink),
            (_, false) => new VerifyEmailMail(email, pending.OrganizationName, link),
        });
    }
}
