using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The link that sets a password after a change of address was undone. What strangers ask for leaves it its place.</summary>
/// <param name="To">The address that was restored.</param>
/// <param name="Link">The page, with the token.</param>
[MailLimit(MailQuota.Notices, RefusesCommand = true)]
public sealed record EmailRestoredMail(EmailAddress To, MailLink Link) : MailMessage(To);
