using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Asks whether a registration is meant, and completes it by its link.</summary>
/// <param name="To">The address.</param>
/// <param name="Name">The name that was given.</param>
/// <param name="OrganizationName">The organization that is founded.</param>
/// <param name="Link">The page, with the token.</param>
public sealed record VerifyEmailMail(EmailAddress To, string Name, string OrganizationName, string Link) : MailMessage(To);
