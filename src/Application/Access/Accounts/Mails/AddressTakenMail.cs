using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Sent instead of a link when the address that somebody wants for their account has one already.</summary>
/// <param name="To">The address.</param>
/// <param name="SignInLink">Where to sign in.</param>
[MailLimit(MailQuota.Requests)]
public sealed record AddressTakenMail(EmailAddress To, MailLink SignInLink) : MailMessage(To);
