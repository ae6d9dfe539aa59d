using CleanApi.Application.Common.Requests;
using CleanApi.Application.Invitations;
using CleanApi.Domain.Common;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Organizations;

namespace CleanApi.WebApi.Invitations;

/// <summary>An open invitation as whoever is invited sees it.</summary>
/// <param name="Id">The invitation's id.</param>
/// <param name="Type">Always <c>invitation</c>.</param>
/// <param name="Attributes">Who invites whom to what.</param>
/// <param name="Relationships">What it belongs to.</param>
public sealed record InvitationPreviewResource(
    InvitationId Id, string Type, InvitationPreviewAttributes Attributes, InvitationPreviewRelationships Relationships)
    : IResource<InvitationPreviewResource, InvitationPreviewResponse>
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = InvitationResource.TypeName;

    /// <inheritdoc />
    public static InvitationPreviewResource Of(InvitationPreviewResponse invitation) => new(
        invitation.Id,
        TypeName,
        new InvitationPreviewAttributes(
            invitation.OrganizationName, invitation.InvitedBy, invitation.Email, invitation.Role, invitation.ExpiresAt, invitation.HasAccount,
            invitation.CreatedAt),
        new InvitationPreviewRelationships(new(invitation.OrganizationId, OrganizationResource.TypeName)));

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}

/// <summary>Who invites whom to what.</summary>
/// <param name="OrganizationName">The organization that invites.</param>
/// <param name="InvitedBy">The name of whoever sent it last.</param>
/// <param name="Email">Who is invited.</param>
/// <param name="Role">What they will be.</param>
/// <param name="ExpiresAt">Until when it can be accepted, UTC.</param>
/// <param name="HasAccount">Whether the address has an account: it signs in to accept. Otherwise a name and a password are chosen.</param>
/// <param name="CreatedAt">When it was sent first, UTC.</param>
public sealed record InvitationPreviewAttributes(
    [property: Name(NameRule.MaxNameLength), Example("Acme")] string OrganizationName,
    [property: Example("Ada Lovelace")] string InvitedBy,
    EmailAddress Email,
    UserRole Role,
    [property: Example("2026-02-07T12:00:00.000Z")] DateTimeOffset ExpiresAt,
    bool HasAccount,
    DateTimeOffset CreatedAt);

/// <summary>What an invitation belongs to.</summary>
/// <param name="Organization">The organization that invites.</param>
public sealed record InvitationPreviewRelationships(Relationship<OrganizationId, OrganizationSummary> Organization);
