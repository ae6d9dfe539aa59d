using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Common.Web;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Mails users when their linked identities change.</summary>
[Service]
internal sealed class IdentityMails(IExternalProviders providers, IMailOutbox mails, SiteAddress site)
{
    private MailLink SignInLink => site.Page(PagePaths.SignIn);

    /// <summary>Notifies of a linked identity.</summary>
    public void SendLinked(EmailAddress email, string provider) => mails.Add(new IdentityLinkedMail(email, DisplayName(provider), SignInLink));

    /// <summary>Notifies of an unlinked identity.</summary>
    public void SendUnlinked(EmailAddress email, string provider) => mails.Add(new IdentityUnlinkedMail(email, DisplayName(provider), SignInLink));

    // A provider that is no longer configured has only its name.
    private string DisplayName(string provider) => providers.All.FirstOrDefault(candidate => candidate.Name == provider)?.DisplayName ?? provider;
}
