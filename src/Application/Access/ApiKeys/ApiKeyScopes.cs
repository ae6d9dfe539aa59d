using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>The permissions that can be granted to a key: all but those that require a signed-in person.</summary>
public static class ApiKeyScopes
{
    /// <summary>All of them, in alphabetical order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(Permissions).GetFields().Select(field => (string)field.GetRawConstantValue()!).Where(Permissions.CanBeScope)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether a scope can be granted to a key.</summary>
    public static bool Contains(string? scope) => scope is not null && All.Contains(scope, StringComparer.Ordinal);
}
