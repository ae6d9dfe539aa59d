using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Tells somebody that their account can be signed in to with one more passkey: if it was not them, somebody else can.</summary>
/// <param name="To">Whose account.</param>
/// <param name="Name">What the passkey is called.</param>
/// <param name="AddedAt">When, UTC.</param>
public sealed record PasskeyAddedMail(EmailAddress To, string Name, DateTimeOffset AddedAt) : MailMessage(To);
