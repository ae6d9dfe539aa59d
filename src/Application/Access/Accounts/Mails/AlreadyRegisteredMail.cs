using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Tells somebody who registers again that there is an account.</summary>
/// <param name="To">The address.</param>
/// <param name="SignInLink">Where to sign in.</param>
/// <param name="ForgotPasswordLink">Where to ask for another password.</param>
public sealed record AlreadyRegisteredMail(EmailAddress To, string SignInLink, string ForgotPasswordLink) : MailMessage(To);
