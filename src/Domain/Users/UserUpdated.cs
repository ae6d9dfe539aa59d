using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Users;

/// <summary>A profile was changed; carries the new values.</summary>
[EventName("user.updated.v1")]
public sealed record UserUpdated(UserId UserId, OrganizationId OrganizationId, string Name, string? Bio, string? AvatarUrl) : IOrganizationEvent;
