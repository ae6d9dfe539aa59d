using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Notifies a user that a session was revoked because its refresh token was reused.</summary>
/// <param name="To">The address.</param>
/// <param name="Device">The device that had signed in.</param>
/// <param name="SignedInAt">When it had signed in, UTC.</param>
/// <param name="ResetLink">Where to request a password reset.</param>
[MailLimit(MailQuota.Notices)]
public sealed record SessionEndedMail(EmailAddress To, string Device, DateTimeOffset SignedInAt, MailLink ResetLink) : MailMessage(To);
