using CleanApi.Application.Common.Requests;
using CleanApi.Application.Organizations;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>A user, without credentials.</summary>
public sealed record UserResponse(
    UserId Id,
    OrganizationId OrganizationId,
    EmailAddress Email,
    string Name,
    UserRole Role,
    UserStatus Status,
    string? Bio,
    string? AvatarUrl,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    long Version) : IVersioned
{
    /// <summary>The organization, if it is included.</summary>
    public OrganizationResponse? Organization { get; init; }
}
