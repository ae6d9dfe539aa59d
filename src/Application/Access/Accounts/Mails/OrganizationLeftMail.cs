using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Tells somebody that they have left an organization, in case it was not them.</summary>
/// <param name="To">The account's address.</param>
/// <param name="Organization">The organization's name.</param>
/// <param name="At">When, UTC.</param>
[MailLimit(MailQuota.Notices)]
public sealed record OrganizationLeftMail(EmailAddress To, string Organization, DateTimeOffset At) : MailMessage(To);
