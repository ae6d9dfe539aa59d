using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Common.Web;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>Mails users when their password changes.</summary>
[Service]
internal sealed class PasswordMails(
    IReadRepository<ApiKey> keys,
    IReadRepository<ExternalIdentity> identities,
    IReadRepository<Passkey> passkeys,
    IMailOutbox mails,
    SiteAddress site,
    ICallerContext context,
    TimeProvider clock)
{
    /// <summary>Notifies the caller of a changed password.</summary>
    public async Task SendChangedAsync(Account account, CancellationToken cancellationToken) =>
        mails.Add(new PasswordChangedMail(
            account.Email,
            site.Page(PagePaths.ForgotPassword),
            await keys.CountAsync(new ActiveApiKeysByUserSpec(context.RequiredUserId, clock.GetUtcNow()), cancellationToken),
            await identities.CountAsync(new IdentitiesByAccountSpec(account.Id), cancellationToken),
            await passkeys.CountAsync(new PasskeysByAccountSpec(account.Id), cancellationToken),
            account.TotpConfirmedAt is null ? "no" : "yes"));
}
