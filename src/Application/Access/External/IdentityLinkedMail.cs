using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Notifies a user of a linked external identity, in case somebody else linked it.</summary>
/// <param name="To">The address.</param>
/// <param name="Name">The user's name.</param>
/// <param name="Provider">The provider's display name.</param>
/// <param name="SignInLink">Where to sign in.</param>
public sealed record IdentityLinkedMail(EmailAddress To, string Name, string Provider, string SignInLink) : MailMessage(To);
