using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The email verification link of a registration whose address has an account: it adds the organization to that account.</summary>
/// <param name="To">The address.</param>
/// <param name="OrganizationName">The organization to create.</param>
/// <param name="Link">The page, with the token.</param>
/// <param name="SignInLink">Where to sign in.</param>
[MailLimit(MailQuota.Requests)]
public sealed record AddOrganizationMail(EmailAddress To, string OrganizationName, MailLink Link, MailLink SignInLink) : MailMessage(To);
