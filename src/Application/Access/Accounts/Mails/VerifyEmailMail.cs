using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The email verification link, which completes a registration.</summary>
/// <param name="To">The address.</param>
/// <param name="Name">The registrant's name.</param>
/// <param name="OrganizationName">The organization to create.</param>
/// <param name="Link">The page, with the token.</param>
public sealed record VerifyEmailMail(EmailAddress To, string Name, string OrganizationName, string Link) : MailMessage(To);
