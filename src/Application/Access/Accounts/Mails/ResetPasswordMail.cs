using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The password reset link.</summary>
/// <param name="To">The address.</param>
/// <param name="Link">The page, with the token.</param>
[MailLimit(MailQuota.Resets)]
public sealed record ResetPasswordMail(EmailAddress To, MailLink Link) : MailMessage(To);
