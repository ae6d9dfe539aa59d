using CleanApi.Application.Access;
using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Users;
using CleanApi.Domain.Users;
using CleanApi.Domain.Webhooks;

namespace CleanApi.Application.Webhooks;

/// <summary>Mails the administrators of an organization about its webhook endpoints: those who have proved their address, since anybody can make a user of any address.</summary>
[Service]
internal sealed class WebhookMails(IUserDirectory users, IAccountService accounts, IMailOutbox mails, ICallerContext context)
{
    /// <summary>Says that nothing more is sent to an endpoint.</summary>
    public async Task SendDisabledAsync(WebhookEndpoint endpoint, WebhookDisabledReason reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (endpoint.TakeNotice(now))
        {
            foreach (var address in await ListAddressesAsync(cancellationToken))
            {
                mails.Add(new WebhookDisabledMail(address, HostOf(endpoint), endpoint.PublicId, Words(reason), now));
            }
        }
    }

    /// <summary>Says that an API key has made an endpoint, or has changed its address: whoever has stolen one reads along from then on. Nothing where a person has.</summary>
    public async Task SendAddressAsync(WebhookEndpoint endpoint, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (context.Caller is ApiKeyCaller)
        {
            foreach (var address in await ListAddressesAsync(cancellationToken))
            {
                mails.Add(new WebhookAddressMail(address, HostOf(endpoint), endpoint.PublicId, now, context.Origin.IpAddress ?? "an unknown address"));
            }
        }
    }

    private async Task<IEnumerable<EmailAddress>> ListAddressesAsync(CancellationToken cancellationToken)
    {
        var administrators = await users.ListAdministratorsAsync(cancellationToken);
        var proved = (await accounts.ListProvedAsync([.. administrators.Select(one => one.Id)], cancellationToken)).ToHashSet();
        return administrators.Where(one => proved.Contains(one.Id)).Select(one => one.Email);
    }

    // The host alone: a path may hold a token.
    private static string HostOf(WebhookEndpoint endpoint) => new Uri(endpoint.Url).IdnHost;

    private static string Words(WebhookDisabledReason reason) => reason == WebhookDisabledReason.Gone
        ? "It has answered that it is gone for good (410)."
        : "An event has failed ten times within about 76 hours.";
}
