using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Users;

/// <summary>A user was deactivated.</summary>
[EventName("user.deactivated.v1")]
public sealed record UserDeactivated(UserId UserId, OrganizationId OrganizationId) : IOrganizationEvent;
