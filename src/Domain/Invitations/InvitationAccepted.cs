using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Invitations;

/// <summary>An invitation was accepted.</summary>
[EventName("invitation.accepted.v1")]
public sealed record InvitationAccepted(InvitationId InvitationId, OrganizationId OrganizationId, UserId UserId) : IOrganizationEvent;
