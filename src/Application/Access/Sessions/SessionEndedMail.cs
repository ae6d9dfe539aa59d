using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Tells somebody that a session of theirs was ended because a copy of its refresh token was used.</summary>
/// <param name="To">Whom.</param>
/// <param name="Name">Their name.</param>
/// <param name="Device">Where they had signed in.</param>
/// <param name="SignedInAt">When they had signed in, UTC.</param>
/// <param name="ResetLink">Where they choose another password.</param>
public sealed record SessionEndedMail(EmailAddress To, string Name, string Device, DateTimeOffset SignedInAt, string ResetLink) : MailMessage(To);
