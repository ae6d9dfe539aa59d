using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>
/// Notifies a user of what happened to their credentials, in case somebody else did it (OWASP ASVS 5.0, 6.3.7), without adding or weakening anything:
/// <see cref="FactorChangedMail"/> is for that.
/// </summary>
/// <param name="To">The account's address.</param>
/// <param name="Notice">What has happened: a sentence without its period.</param>
/// <param name="At">When, UTC.</param>
[MailLimit(MailQuota.Notices)]
public sealed record SecurityNoticeMail(
    EmailAddress To, [property: OwnWords("Sentences in the code, without names.")] string Notice, DateTimeOffset At) : MailMessage(To);
