using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Invitations;

/// <summary>An invitation was revoked.</summary>
[EventName("invitation.revoked.v1")]
public sealed record InvitationRevoked(InvitationId InvitationId, OrganizationId OrganizationId) : IOrganizationEvent;
