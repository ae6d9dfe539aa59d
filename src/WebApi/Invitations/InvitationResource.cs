using CleanApi.Application.Common.Requests;
using CleanApi.Application.Invitations;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Organizations;
using CleanApi.WebApi.Users;

namespace CleanApi.WebApi.Invitations;

/// <summary>An invitation.</summary>
/// <param name="Id">The invitation's id.</param>
/// <param name="Type">Always <c>invitation</c>.</param>
/// <param name="Attributes">Its attributes.</param>
/// <param name="Relationships">What it belongs to.</param>
public sealed record InvitationResource(InvitationId Id, string Type, InvitationAttributes Attributes, InvitationRelationships Relationships) : IResource<InvitationResource, InvitationResponse>
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "invitation";

    /// <inheritdoc />
    public static InvitationResource Of(InvitationResponse invitation) => new(
        invitation.Id,
        TypeName,
        new InvitationAttributes(
            invitation.Email,
            invitation.Role,
            invitation.Status,
            invitation.ExpiresAt,
            invitation.AcceptedAt,
            invitation.CreatedAt,
            invitation.UpdatedAt),
        new InvitationRelationships(
            new(invitation.InvitedById, UserResource.TypeName),
            new(invitation.OrganizationId, OrganizationResource.TypeName)));

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}

/// <summary>Attributes of an invitation.</summary>
/// <param name="Email">Who is invited.</param>
/// <param name="Role">What they will be.</param>
/// <param name="Status">What has become of it; one that is pending after its time has expired.</param>
/// <param name="ExpiresAt">Until when it can be accepted, UTC: seven days after it was sent last.</param>
/// <param name="AcceptedAt">When it was accepted, UTC; null while it was not.</param>
/// <param name="CreatedAt">When it was sent first, UTC.</param>
/// <param name="UpdatedAt">When it last changed, UTC.</param>
public sealed record InvitationAttributes(
    EmailAddress Email,
    UserRole Role,
    InvitationStatus Status,
    [property: Example("2026-02-07T12:00:00.000Z")] DateTimeOffset ExpiresAt,
    DateTimeOffset? AcceptedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <summary>What an invitation belongs to.</summary>
/// <param name="InvitedBy">Who sent it last.</param>
/// <param name="Organization">The organization that invites.</param>
public sealed record InvitationRelationships(Relationship<UserId, UserAttributes> InvitedBy, Relationship<OrganizationId, OrganizationSummary> Organization);
