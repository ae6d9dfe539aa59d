using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Users;

/// <summary>Somebody may sign in (again).</summary>
[EventName("user.activated.v1")]
public sealed record UserActivated(UserId UserId, OrganizationId OrganizationId) : IDomainEvent;
