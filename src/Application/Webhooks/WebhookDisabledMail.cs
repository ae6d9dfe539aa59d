using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Webhooks;

/// <summary>Tells an administrator that nothing more is sent to a webhook endpoint.</summary>
/// <param name="To">The administrator.</param>
/// <param name="Host">The host of the endpoint.</param>
/// <param name="Reason">Why, a sentence.</param>
/// <param name="DisabledAt">When, UTC.</param>
[MailLimit(MailQuota.Notices)]
public sealed record WebhookDisabledMail(
    EmailAddress To, string Host, [property: OwnWords("One of two.")] string Reason, DateTimeOffset DisabledAt) : MailMessage(To);
