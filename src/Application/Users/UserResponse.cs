using CleanApi.Application.Common.Requests;
using CleanApi.Application.Organizations;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>A user as others see them. No credential is among the columns, so none can leak.</summary>
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
    /// <summary>The organization, where it was asked for.</summary>
    public OrganizationResponse? Organization { get; init; }
}
