using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Users;

/// <summary>Changes the caller's profile; absent fields stay as they are (RFC 7396).</summary>
[AuthenticatedOnly("Users change only their own profile.")]
[Audited("user.profile_updated")]
public sealed record UpdateMe : ICommand<UserResponse>
{
    /// <summary>1 to 100 characters.</summary>
    public Optional<string> Name { get; init; }

    /// <summary>At most 500 characters; null removes it.</summary>
    [Example("Writes the release notes.")]
    public Optional<string> Bio { get; init; }

    /// <summary>A public https address, or that of an uploaded picture as it was read; null removes it.</summary>
    public Optional<string> AvatarUrl { get; init; }
}
