using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Sent instead of a link when the address has no account.</summary>
/// <param name="To">The address.</param>
/// <param name="RegisterLink">Where to register.</param>
[MailLimit(MailQuota.Resets)]
public sealed record NoAccountMail(EmailAddress To, MailLink RegisterLink) : MailMessage(To);
