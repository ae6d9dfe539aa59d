using System.Text.RegularExpressions;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>Where the picture is that a user has uploaded: a path of this service, and another one for another picture.</summary>
/// <param name="Value">The path with its query.</param>
public sealed partial record AvatarAddress(string Value)
{
    private const int VersionLength = 16;

    /// <summary>The address of a picture.</summary>
    /// <param name="id">Whose it is.</param>
    /// <param name="sha256">SHA-256 of its bytes, in hexadecimal digits.</param>
    public static AvatarAddress Of(UserId id, string sha256) => new($"/api/v1/users/{id}/avatar?version={sha256[..VersionLength]}");

    /// <summary>Whether a text is such an address.</summary>
    public static bool IsOne(string? text) => text is not null && Form().IsMatch(text);

    [GeneratedRegex(@"^/api/v1/users/usr_[0-9a-z]{26}/avatar\?version=[0-9a-f]{16}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
