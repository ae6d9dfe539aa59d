using System.Text.Json.Serialization;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>Replaces all writable fields of a user; omitted fields are removed.</summary>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Role">The role.</param>
/// <param name="Bio">At most 500 characters.</param>
/// <param name="AvatarUrl">A public https address.</param>
/// <param name="Email">May be sent back as it was read; another address is rejected.</param>
[RequiresPermission(Permissions.UsersUpdate, OrSelf = true)]
[Audited("user.updated")]
[RunsSerializable("An organization always has an active administrator.")]
public sealed record ReplaceUser(
    [property: Example("Ada Lovelace")] string? Name,
    UserRole? Role,
    [property: Example("Writes the release notes.")] string? Bio = null,
    [property: Example("https://www.gravatar.com/avatar/0")] string? AvatarUrl = null,
    string? Email = null)
    : ICommand<UserResponse>, IAboutUser
{
    /// <summary>The user; from the path.</summary>
    [JsonIgnore]
    public UserId Id { get; init; }
}
