using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Invitations;

/// <summary>A pending invitation got the role that the user of its address was given.</summary>
[EventName("invitation.role_changed.v1")]
public sealed record InvitationRoleChanged(InvitationId InvitationId, OrganizationId OrganizationId, UserRole Role) : IOrganizationEvent;
