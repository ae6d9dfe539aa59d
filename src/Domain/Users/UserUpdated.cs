using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Users;

/// <summary>A profile changed; these are the values after it.</summary>
[EventName("user.updated.v1")]
public sealed record UserUpdated(UserId UserId, OrganizationId OrganizationId, string Name, string? Bio, string? AvatarUrl) : IDomainEvent;
