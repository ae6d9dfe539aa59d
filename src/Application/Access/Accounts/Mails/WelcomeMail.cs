using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Sent when a registration is complete.</summary>
/// <param name="To">The address.</param>
/// <param name="OrganizationName">Their organization.</param>
/// <param name="SignInLink">Where to sign in.</param>
[MailLimit(MailQuota.Notices)]
public sealed record WelcomeMail(EmailAddress To, string OrganizationName, MailLink SignInLink) : MailMessage(To);
