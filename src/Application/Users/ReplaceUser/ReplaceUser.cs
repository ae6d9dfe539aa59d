using System.Text.Json.Serialization;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>Replaces all writable fields of a user; omitted fields are removed. All others are taken as they were read, and can be left out.</summary>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Role">The role.</param>
/// <param name="Bio">At most 500 characters.</param>
/// <param name="AvatarUrl">A public https address, or that of an uploaded picture as it was read.</param>
[RequiresPermission(Permissions.UsersUpdate, OrSelf = true)]
[Audited("user.updated")]
[RequiresRecentAuthentication(When = Grants.Changing)]
public sealed record ReplaceUser(
    [property: Example("Ada Lovelace")] string? Name,
    UserRole? Role,
    [property: Example("Writes the release notes.")] string? Bio = null,
    [property: Example("https://www.gravatar.com/avatar/0")] string? AvatarUrl = null)
    : ICommand<UserResponse>, IAboutUser
{
    /// <summary>The user; from the path.</summary>
    [JsonIgnore]
    public UserId Id { get; init; }

    /// <summary>Read-only: as it was read, or left out.</summary>
    public Optional<string> Email { get; init; }

    /// <summary>Read-only: as it was read, or left out.</summary>
    public Optional<UserStatus?> Status { get; init; }

    /// <summary>Read-only: as it was read, or left out.</summary>
    public Optional<DateTimeOffset?> CreatedAt { get; init; }

    /// <summary>Read-only: as it was read, or left out.</summary>
    public Optional<DateTimeOffset?> UpdatedAt { get; init; }
}
