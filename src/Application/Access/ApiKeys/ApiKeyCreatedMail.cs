using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Tells somebody that a program can act for them with one more key: if it was not them who made it, somebody else can.</summary>
/// <param name="To">The owner.</param>
/// <param name="Name">What the key is called.</param>
/// <param name="LastFour">The last four characters of its text.</param>
/// <param name="Mode"><c>live</c> or <c>test</c>.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="IpAddress">The address that it was made from.</param>
public sealed record ApiKeyCreatedMail(EmailAddress To, string Name, string LastFour, string Mode, DateTimeOffset CreatedAt, string IpAddress)
    : MailMessage(To);
