using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Access;

/// <summary>A session was revoked.</summary>
[EventName("session.revoked.v1")]
public sealed record SessionRevoked(SessionId SessionId, UserId UserId, OrganizationId OrganizationId, SessionEndReason Reason) : IOrganizationEvent;
