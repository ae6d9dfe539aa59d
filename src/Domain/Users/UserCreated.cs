using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Users;

/// <summary>A user was created.</summary>
[EventName("user.created.v1")]
public sealed record UserCreated(UserId UserId, OrganizationId OrganizationId, EmailAddress Email, string Name, UserRole Role, UserStatus Status) : IOrganizationEvent;
