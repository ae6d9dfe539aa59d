using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The email verification link, which completes a registration.</summary>
/// <param name="To">The address.</param>
/// <param name="OrganizationName">The organization to create.</param>
/// <param name="Link">The page, with the token.</param>
[MailLimit(MailQuota.Requests)]
public sealed record VerifyEmailMail(EmailAddress To, string OrganizationName, MailLink Link) : MailMessage(To);
