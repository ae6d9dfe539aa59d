using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Brings the link to set another password.</summary>
/// <param name="To">The address.</param>
/// <param name="Name">What the person is called.</param>
/// <param name="Link">The page, with the token.</param>
public sealed record ResetPasswordMail(EmailAddress To, string Name, string Link) : MailMessage(To);
