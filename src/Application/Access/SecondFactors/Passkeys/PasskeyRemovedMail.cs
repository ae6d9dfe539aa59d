using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Notifies a user of a removed passkey.</summary>
/// <param name="To">The account's address.</param>
/// <param name="Name">The passkey's name.</param>
/// <param name="RemovedAt">When it was removed, UTC.</param>
[MailLimit(MailQuota.Notices)]
public sealed record PasskeyRemovedMail(EmailAddress To, string Name, DateTimeOffset RemovedAt) : MailMessage(To);
