using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Invitations;

/// <summary>Invites somebody to an organization.</summary>
/// <param name="To">Who is invited.</param>
/// <param name="InvitedBy">Name of the inviting person.</param>
/// <param name="Organization">Name of the organization.</param>
/// <param name="Role">What they will be there: member.</param>
/// <param name="Link">Where they accept.</param>
/// <param name="ExpiresAt">Until when, UTC.</param>
public sealed record InvitationMail(EmailAddress To, string InvitedBy, string Organization, string Role, string Link, DateTimeOffset ExpiresAt) : MailMessage(To);
