using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Common.Web;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>
/// The one mail that whoever registers, or asks for the link again, gets. Whichever it is, the same is stored: one token and one mail. A token that nobody
/// is to use is given to nobody, and is found by nothing.
/// </summary>
[Service]
internal sealed class RegistrationMails(IOneTimeTokens tokens, IMailOutbox outbox, SiteAddress site)
{
    /// <summary>Adds the mail, and the token whose link it holds.</summary>
    /// <param name="email">The address.</param>
    /// <param name="isKnown">Whether it has an account.</param>
    /// <param name="registration">What waits for the proof; null when nothing does.</param>
    public void Add(EmailAddress email, bool isKnown, PendingRegistration? registration)
    {
        var pending = isKnown ? null : registration;
        var token = tokens.Issue(
            OneTimeTokenPurpose.VerifyEmail,
            LinkLifetimes.VerifyEmail,
            subject: pending is null ? null : email.Value,
            payload: (pending ?? PendingRegistration.None).ToPayload());
        outbox.Add(pending is not null
            ? new VerifyEmailMail(email, pending.Name, pending.OrganizationName, site.Link(PagePaths.VerifyEmail, token))
            : isKnown
                ? new AlreadyRegisteredMail(email, site.Page(PagePaths.SignIn), site.Page(PagePaths.ForgotPassword))
                : new NoAccountMail(email, site.Page(PagePaths.Register)));
    }
}
