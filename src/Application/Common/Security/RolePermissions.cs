using System.Collections.Frozen;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Common.Security;

/// <summary>The permissions of each role. A role includes the permissions of the role below it.</summary>
public static class RolePermissions
{
    private static readonly string[] Viewer = [Permissions.OrganizationRead, Permissions.PostsRead];

    private static readonly string[] Member = [.. Viewer, Permissions.UsersRead, Permissions.PostsCreate, Permissions.ApiKeysManage];

    private static readonly string[] Admin =
    [
        .. Member, Permissions.UsersCreate, Permissions.UsersUpdate, Permissions.UsersDelete, Permissions.UsersActivate,
        Permissions.ApiKeysManageAll, Permissions.InvitationsManage, Permissions.OrganizationUpdate, Permissions.PostsManage,
    ];

    private static readonly FrozenDictionary<UserRole, FrozenSet<string>> Granted = new Dictionary<UserRole, FrozenSet<string>>
    {
        [UserRole.Viewer] = Viewer.ToFrozenSet(StringComparer.Ordinal),
        [UserRole.Member] = Member.ToFrozenSet(StringComparer.Ordinal),
        [UserRole.Admin] = Admin.ToFrozenSet(StringComparer.Ordinal),
    }.ToFrozenDictionary();

    /// <summary>Whether a role has a permission.</summary>
    public static bool Has(UserRole role, string permission) => Granted.TryGetValue(role, out var permissions) && permissions.Contains(permission);

    /// <summary>All permissions of a role.</summary>
    public static IReadOnlySet<string> Of(UserRole role) => Granted[role];
}
