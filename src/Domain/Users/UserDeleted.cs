using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Users;

/// <summary>Somebody was removed from an organization.</summary>
[EventName("user.deleted.v1")]
public sealed record UserDeleted(UserId UserId, OrganizationId OrganizationId) : IDomainEvent;
