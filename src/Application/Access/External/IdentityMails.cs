using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Common.Web;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>Tells people what they can sign in with now, in case it was not them who changed it.</summary>
[Service]
internal sealed class IdentityMails(IExternalProviders providers, IMailOutbox mails, SiteAddress site, ICallerContext context, IUserDirectory users)
{
    private string SignInLink => site.Page(PagePaths.SignIn);

    /// <summary>An identity was linked to the caller's account.</summary>
    public async Task SendLinkedAsync(Account account, string provider, CancellationToken cancellationToken) =>
        mails.Add(new IdentityLinkedMail(account.Email, await NameAsync(cancellationToken), DisplayName(provider), SignInLink));

    /// <summary>An identity was unlinked from the caller's account.</summary>
    public async Task SendUnlinkedAsync(Account account, string provider, CancellationToken cancellationToken) =>
        mails.Add(new IdentityUnlinkedMail(account.Email, await NameAsync(cancellationToken), DisplayName(provider), SignInLink));

    private async Task<string> NameAsync(CancellationToken cancellationToken) =>
        (await users.FindAsync(context.RequiredUserId, cancellationToken))?.Name ?? "";

    // One that is not set up any more is told by the name that it had in the settings.
    private string DisplayName(string provider) => providers.All.FirstOrDefault(candidate => candidate.Name == provider)?.DisplayName ?? provider;
}
