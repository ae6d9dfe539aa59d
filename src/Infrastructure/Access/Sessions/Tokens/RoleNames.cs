using System.Collections.Frozen;
using CleanApi.Domain.Users;

namespace CleanApi.Infrastructure.Access;

/// <summary>The names of roles in tokens: <c>ADMIN</c>.</summary>
internal static class RoleNames
{
    private static readonly FrozenDictionary<UserRole, string> Names = Enum.GetValues<UserRole>().ToFrozenDictionary(role => role, role => role.ToString().ToUpperInvariant());

    private static readonly FrozenDictionary<string, UserRole> Roles = Names.ToFrozenDictionary(name => name.Value, name => name.Key, StringComparer.Ordinal);

    /// <summary>Returns the name of a role.</summary>
    public static string Of(UserRole role) => Names[role];

    /// <summary>Parses a name, case-sensitively.</summary>
    public static bool TryParse(string? name, out UserRole role)
    {
        role = default;
        return name is not null && Roles.TryGetValue(name, out role);
    }
}
