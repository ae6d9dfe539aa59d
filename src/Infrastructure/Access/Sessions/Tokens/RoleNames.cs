using System.Collections.Frozen;
using CleanApi.Domain.Users;

namespace CleanApi.Infrastructure.Access;

/// <summary>Roles as tokens name them: <c>ADMIN</c>.</summary>
internal static class RoleNames
{
    private static readonly FrozenDictionary<UserRole, string> Names = Enum.GetValues<UserRole>().ToFrozenDictionary(role => role, role => role.ToString().ToUpperInvariant());

    private static readonly FrozenDictionary<string, UserRole> Roles = Names.ToFrozenDictionary(name => name.Value, name => name.Key, StringComparer.Ordinal);

    /// <summary>The name of a role.</summary>
    public static string Of(UserRole role) => Names[role];

    /// <summary>The role of that name, exactly; false when there is none.</summary>
    public static bool TryParse(string? name, out UserRole role)
    {
        role = default;
        return name is not null && Roles.TryGetValue(name, out role);
    }
}
