using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Tells somebody who asks for a link that there is no account with this address.</summary>
/// <param name="To">The address.</param>
/// <param name="RegisterLink">Where to register.</param>
public sealed record NoAccountMail(EmailAddress To, string RegisterLink) : MailMessage(To);
