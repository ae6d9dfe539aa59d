using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Webhooks;

/// <summary>Tells an administrator that an API key has the organization's events sent to an address.</summary>
/// <param name="To">The administrator.</param>
/// <param name="Host">The host of the endpoint.</param>
/// <param name="EndpointId">The endpoint.</param>
/// <param name="ChangedAt">When, UTC.</param>
/// <param name="IpAddress">The IP address of whoever used the key.</param>
[MailLimit(MailQuota.Notices, RefusesCommand = true)]
public sealed record WebhookAddressMail(
    EmailAddress To, string Host, [property: OwnWords("An id of ours.")] string EndpointId, DateTimeOffset ChangedAt, [property: OwnWords("The address of the connection.")] string IpAddress) : MailMessage(To);
