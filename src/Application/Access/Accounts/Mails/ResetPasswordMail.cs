using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The password reset link.</summary>
/// <param name="To">The address.</param>
/// <param name="Name">The user's name.</param>
/// <param name="Link">The page, with the token.</param>
public sealed record ResetPasswordMail(EmailAddress To, string Name, string Link) : MailMessage(To);
