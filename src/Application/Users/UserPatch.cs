using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>Changes to a user; absent fields stay as they are (RFC 7396).</summary>
public sealed record UserPatch
{
    /// <summary>1 to 100 characters.</summary>
    [Example("Ada Lovelace")]
    public Optional<string> Name { get; init; }

    /// <summary>Administrators only, and never one's own.</summary>
    public Optional<UserRole?> Role { get; init; }

    /// <summary>At most 500 characters; null removes it.</summary>
    [Example("Writes the release notes.")]
    public Optional<string> Bio { get; init; }

    /// <summary>A public https address, or that of an uploaded picture as it was read; null removes it.</summary>
    public Optional<string> AvatarUrl { get; init; }
}
