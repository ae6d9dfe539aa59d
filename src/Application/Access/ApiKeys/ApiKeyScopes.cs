using System.Collections.Frozen;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>The permissions that a key can be given: all but those to make and to end keys, which need a person.</summary>
public static class ApiKeyScopes
{
    private static readonly FrozenSet<string> PeopleOnly = FrozenSet.Create(StringComparer.Ordinal, Permissions.ApiKeysManage, Permissions.ApiKeysManageAll);

    /// <summary>All of them, in alphabetical order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(Permissions).GetFields().Select(field => (string)field.GetRawConstantValue()!).Where(permission => !PeopleOnly.Contains(permission))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether a key can be given this.</summary>
    public static bool Contains(string? scope) => scope is not null && All.Contains(scope, StringComparer.Ordinal);
}
