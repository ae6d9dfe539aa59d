using CleanApi.Application.Invitations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>What the person of a first external sign-in can choose, besides an organization of their own.</summary>
/// <param name="Email">The verified address.</param>
/// <param name="OrganizationName">The name that their own organization would have.</param>
/// <param name="Invitations">The open invitations of the address.</param>
public sealed record ExternalRegistrationResponse(EmailAddress Email, string OrganizationName, IReadOnlyList<InvitationPreviewResponse> Invitations);
