using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>
/// Notifies a user of a second factor that was added or replaced, or taken away so that less protects the account. Whoever did it for somebody else must not do it
/// unseen, so it is not done when it cannot be told.
/// </summary>
/// <param name="To">The account's address.</param>
/// <param name="Change">What has happened: a sentence without its period.</param>
/// <param name="At">When, UTC.</param>
[MailLimit(MailQuota.Notices, RefusesCommand = true)]
public sealed record FactorChangedMail(
    EmailAddress To, [property: OwnWords("Sentences in the code, without names.")] string Change, DateTimeOffset At) : MailMessage(To);
