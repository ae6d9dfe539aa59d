using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Users;

/// <summary>A user was activated.</summary>
[EventName("user.activated.v1")]
public sealed record UserActivated(UserId UserId, OrganizationId OrganizationId) : IOrganizationEvent;
