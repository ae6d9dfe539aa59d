using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Sent instead of a verification link when the address has an account.</summary>
/// <param name="To">The address.</param>
/// <param name="SignInLink">Where to sign in.</param>
/// <param name="ForgotPasswordLink">Where to request a password reset.</param>
[MailLimit(MailQuota.Requests)]
public sealed record AlreadyRegisteredMail(EmailAddress To, MailLink SignInLink, MailLink ForgotPasswordLink) : MailMessage(To);
