using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Notifies a user of a new passkey, in case somebody else added it.</summary>
/// <param name="To">The account's address.</param>
/// <param name="Name">The passkey's name.</param>
/// <param name="AddedAt">When it was added, UTC.</param>
[MailLimit(MailQuota.Notices, RefusesCommand = true)]
public sealed record PasskeyAddedMail(EmailAddress To, string Name, DateTimeOffset AddedAt) : MailMessage(To);
