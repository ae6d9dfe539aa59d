using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Invitations;

/// <summary>The link of an invitation.</summary>
/// <param name="To">The invited address.</param>
/// <param name="InvitedBy">The name of the inviting user.</param>
/// <param name="Organization">The name of the organization.</param>
/// <param name="Role">The future role in words: a member.</param>
/// <param name="Link">The page, with the token.</param>
/// <param name="ExpiresAt">When the invitation expires, UTC.</param>
[MailLimit(MailQuota.Requests, RefusesCommand = true)]
public sealed record InvitationMail(
    EmailAddress To,
    string InvitedBy,
    string Organization,
    [property: OwnWords("A role of ours.")] string Role,
    MailLink Link,
    DateTimeOffset ExpiresAt) : MailMessage(To);
