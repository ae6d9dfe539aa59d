using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The link that gives an account this address.</summary>
/// <param name="To">The new address.</param>
/// <param name="Link">The page, with the token.</param>
[MailLimit(MailQuota.Requests)]
public sealed record ConfirmEmailMail(EmailAddress To, MailLink Link) : MailMessage(To);
