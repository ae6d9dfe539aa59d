using System.Collections.Frozen;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>The permissions that can be granted to a key: all but those to manage keys, which require a user session.</summary>
public static class ApiKeyScopes
{
    private static readonly FrozenSet<string> UserOnly = FrozenSet.Create(StringComparer.Ordinal, Permissions.ApiKeysManage, Permissions.ApiKeysManageAll);

    /// <summary>All of them, in alphabetical order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(Permissions).GetFields().Select(field => (string)field.GetRawConstantValue()!).Where(permission => !UserOnly.Contains(permission))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether a scope can be granted to a key.</summary>
    public static bool Contains(string? scope) => scope is not null && All.Contains(scope, StringComparer.Ordinal);
}
