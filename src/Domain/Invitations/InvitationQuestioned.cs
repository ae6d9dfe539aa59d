using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Invitations;

/// <summary>Whoever sent an accepted invitation may not have been the person whose session it was.</summary>
[EventName("invitation.questioned.v1")]
public sealed record InvitationQuestioned(InvitationId InvitationId, OrganizationId OrganizationId, UserId? AcceptedById) : IOrganizationEvent;
