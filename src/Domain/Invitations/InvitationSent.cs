using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Invitations;

/// <summary>An invitation was sent or sent again; earlier links are invalid.</summary>
[EventName("invitation.sent.v1")]
public sealed record InvitationSent(
    InvitationId InvitationId, OrganizationId OrganizationId, EmailAddress Email, UserRole Role, UserId InvitedById, DateTimeOffset ExpiresAt) : IOrganizationEvent;
