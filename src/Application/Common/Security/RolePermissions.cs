using System.Collections.Frozen;
using System.Reflection;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Common.Security;

/// <summary>The permissions of each role, from <see cref="GrantedToAttribute"/>. A role has the permissions of the role below it.</summary>
public static class RolePermissions
{
    private static readonly FrozenDictionary<UserRole, FrozenSet<string>> Granted = Enum.GetValues<UserRole>().ToFrozenDictionary(
        role => role,
        role => typeof(Permissions).GetFields()
            .Where(field => field.GetCustomAttribute<GrantedToAttribute>() is { } granted && role >= granted.Role)
            .Select(field => (string)field.GetRawConstantValue()!)
            .ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Whether a role has a permission.</summary>
    public static bool Has(UserRole role, string permission) => Granted.TryGetValue(role, out var permissions) && permissions.Contains(permission);

    /// <summary>All permissions of a role.</summary>
    public static IReadOnlySet<string> Of(UserRole role) => Granted[role];
}
