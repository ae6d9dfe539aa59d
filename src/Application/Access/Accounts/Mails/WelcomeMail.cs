using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Sent when a registration is complete.</summary>
/// <param name="To">The address.</param>
/// <param name="Name">The user's name.</param>
/// <param name="OrganizationName">Their organization.</param>
/// <param name="SignInLink">Where to sign in.</param>
public sealed record WelcomeMail(EmailAddress To, string Name, string OrganizationName, string SignInLink) : MailMessage(To);
