using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Invitations;

/// <summary>Somebody was invited, or invited again: earlier links are dead.</summary>
[EventName("invitation.sent.v1")]
public sealed record InvitationSent(
    InvitationId InvitationId, OrganizationId OrganizationId, EmailAddress Email, UserRole Role, UserId InvitedById, DateTimeOffset ExpiresAt) : IDomainEvent;
