using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Access;

/// <summary>A user signed in.</summary>
[EventName("session.opened.v1")]
public sealed record SessionCreated(SessionId SessionId, UserId UserId, OrganizationId OrganizationId) : IOrganizationEvent;
