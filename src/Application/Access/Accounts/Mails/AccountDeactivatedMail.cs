using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Tells somebody who asks for a link that the account is deactivated.</summary>
/// <param name="To">The address.</param>
/// <param name="Name">What the person is called.</param>
public sealed record AccountDeactivatedMail(EmailAddress To, string Name) : MailMessage(To);
