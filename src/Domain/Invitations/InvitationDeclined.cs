using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Invitations;

/// <summary>An invitation was declined by whoever it was sent to.</summary>
[EventName("invitation.declined.v1")]
public sealed record InvitationDeclined(InvitationId InvitationId, OrganizationId OrganizationId) : IOrganizationEvent;
