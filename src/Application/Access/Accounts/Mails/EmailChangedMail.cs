using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Tells the old address of an account about its new one, in case somebody else changed it.</summary>
/// <param name="To">The old address.</param>
/// <param name="Email">The new address.</param>
/// <param name="Link">The page that undoes it, with the token.</param>
[MailLimit(MailQuota.Notices, RefusesCommand = true)]
public sealed record EmailChangedMail(EmailAddress To, string Email, MailLink Link) : MailMessage(To);
