using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Tells the person that the password is another one now, in case it was not them.</summary>
/// <param name="To">The address.</param>
/// <param name="Name">What the person is called.</param>
/// <param name="ForgotPasswordLink">Where to set another password.</param>
public sealed record PasswordChangedMail(EmailAddress To, string Name, string ForgotPasswordLink) : MailMessage(To);
