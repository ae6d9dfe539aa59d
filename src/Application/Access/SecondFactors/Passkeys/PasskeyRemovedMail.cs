using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Tells somebody that a passkey of theirs signs in no more.</summary>
/// <param name="To">Whose account.</param>
/// <param name="Name">What the passkey was called.</param>
/// <param name="RemovedAt">When, UTC.</param>
public sealed record PasskeyRemovedMail(EmailAddress To, string Name, DateTimeOffset RemovedAt) : MailMessage(To);
