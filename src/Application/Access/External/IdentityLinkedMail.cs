using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>An identity at another provider signs in from now on; told in case it was not the person who changed it.</summary>
/// <param name="To">The address.</param>
/// <param name="Name">The user's name.</param>
/// <param name="Provider">The provider, as people know it.</param>
/// <param name="SignInLink">Where to sign in, to look and to change it.</param>
public sealed record IdentityLinkedMail(EmailAddress To, string Name, string Provider, string SignInLink) : MailMessage(To);
