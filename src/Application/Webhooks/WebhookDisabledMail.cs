using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Webhooks;

/// <summary>Tells an administrator that nothing more is sent to a webhook endpoint. Another administrator can cause it, so it takes no place of what concerns the account.</summary>
/// <param name="To">The administrator.</param>
/// <param name="Host">The host of the endpoint.</param>
/// <param name="EndpointId">The endpoint.</param>
/// <param name="Reason">Why, a sentence.</param>
/// <param name="DisabledAt">When, UTC.</param>
[MailLimit(MailQuota.Requests)]
public sealed record WebhookDisabledMail(
    EmailAddress To, string Host, [property: OwnWords("An id of ours.")] string EndpointId, [property: OwnWords("One of two.")] string Reason, DateTimeOffset DisabledAt) : MailMessage(To);
