using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Sent instead of a password reset link when the user is deactivated.</summary>
/// <param name="To">The address.</param>
[MailLimit(MailQuota.Resets)]
public sealed record AccountDeactivatedMail(EmailAddress To) : MailMessage(To);
