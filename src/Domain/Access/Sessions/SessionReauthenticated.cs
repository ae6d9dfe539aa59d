using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Access;

/// <summary>The person of a session proved again who they are.</summary>
[EventName("session.reauthenticated.v1")]
public sealed record SessionReauthenticated(SessionId SessionId, UserId UserId, OrganizationId OrganizationId) : IOrganizationEvent;
