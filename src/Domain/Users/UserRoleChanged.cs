using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Users;

/// <summary>The role of a user was changed.</summary>
[EventName("user.role_changed.v1")]
public sealed record UserRoleChanged(UserId UserId, OrganizationId OrganizationId, UserRole From, UserRole To) : IOrganizationEvent;
