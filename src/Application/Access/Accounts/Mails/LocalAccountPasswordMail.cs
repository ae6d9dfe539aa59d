using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The password reset link of a local account: it makes the account that of whoever opens it.</summary>
/// <param name="To">The address.</param>
/// <param name="Name">The user's name.</param>
/// <param name="Link">The page, with the token.</param>
public sealed record LocalAccountPasswordMail(EmailAddress To, string Name, string Link) : MailMessage(To);
