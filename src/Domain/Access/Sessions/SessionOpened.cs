using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Access;

/// <summary>Somebody signed in.</summary>
[EventName("session.opened.v1")]
public sealed record SessionOpened(SessionId SessionId, UserId UserId, OrganizationId OrganizationId) : IDomainEvent;
