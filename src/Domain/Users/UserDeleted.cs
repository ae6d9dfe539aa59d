using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Users;

/// <summary>A user was deleted.</summary>
[EventName("user.deleted.v1")]
public sealed record UserDeleted(UserId UserId, OrganizationId OrganizationId) : IOrganizationEvent;
