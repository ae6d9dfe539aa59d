using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Common.Web;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Mails users when their linked identities change.</summary>
[Service]
internal sealed class IdentityMails(IExternalProviders providers, IMailOutbox mails, SiteAddress site, ICallerContext context, IUserDirectory users)
{
    private string SignInLink => site.Page(PagePaths.SignIn);

    /// <summary>Notifies the caller of a linked identity.</summary>
    public async Task SendLinkedAsync(Account account, string provider, CancellationToken cancellationToken) =>
        SendLinked(account.Email, await NameAsync(cancellationToken), provider);

    /// <summary>The same, for a user who is being created.</summary>
    public void SendLinked(EmailAddress email, string name, string provider) =>
        mails.Add(new IdentityLinkedMail(email, name, DisplayName(provider), SignInLink));

    /// <summary>Notifies the caller of an unlinked identity.</summary>
    public async Task SendUnlinkedAsync(Account account, string provider, CancellationToken cancellationToken) =>
        mails.Add(new IdentityUnlinkedMail(account.Email, await NameAsync(cancellationToken), DisplayName(provider), SignInLink));

    private async Task<string> NameAsync(CancellationToken cancellationToken) =>
        (await users.FindAsync(context.RequiredUserId, cancellationToken))?.Name ?? "";

    // A provider that is no longer configured has only its name.
    private string DisplayName(string provider) => providers.All.FirstOrDefault(candidate => candidate.Name == provider)?.DisplayName ?? provider;
}
