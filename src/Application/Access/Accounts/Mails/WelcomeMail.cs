using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Greets somebody whose account is open.</summary>
/// <param name="To">The address.</param>
/// <param name="Name">What the person is called.</param>
/// <param name="OrganizationName">Their organization.</param>
/// <param name="SignInLink">Where to sign in.</param>
public sealed record WelcomeMail(EmailAddress To, string Name, string OrganizationName, string SignInLink) : MailMessage(To);
