using System.Collections.Frozen;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Common.Security;

/// <summary>The permissions, <c>resource:action</c>, each with the lowest role that has it (<see cref="RolePermissions"/>).</summary>
public static class Permissions
{
    [GrantedTo(UserRole.Member)]
    public const string UsersRead = "users:read";

    [GrantedTo(UserRole.Admin)]
    public const string UsersCreate = "users:create";

    [GrantedTo(UserRole.Admin)]
    public const string UsersUpdate = "users:update";

    [GrantedTo(UserRole.Admin)]
    public const string UsersDelete = "users:delete";

    [GrantedTo(UserRole.Admin)]
    public const string UsersActivate = "users:activate";

    [GrantedTo(UserRole.Admin), PersonOnly]
    public const string UsersResetFactors = "users:reset_factors";

    [GrantedTo(UserRole.Admin)]
    public const string InvitationsManage = "invitations:manage";

    [GrantedTo(UserRole.Viewer)]
    public const string OrganizationRead = "organization:read";

    [GrantedTo(UserRole.Admin)]
    public const string OrganizationUpdate = "organization:update";

    [GrantedTo(UserRole.Viewer)]
    public const string PostsRead = "posts:read";

    [GrantedTo(UserRole.Member)]
    public const string PostsCreate = "posts:create";

    [GrantedTo(UserRole.Member)]
    public const string PostsUpdate = "posts:update";

    [GrantedTo(UserRole.Member)]
    public const string PostsDelete = "posts:delete";

    [GrantedTo(UserRole.Admin)]
    public const string PostsManage = "posts:manage";

    [GrantedTo(UserRole.Member), PersonOnly]
    public const string ApiKeysManage = "api_keys:manage";

    [GrantedTo(UserRole.Admin), PersonOnly]
    public const string ApiKeysManageAll = "api_keys:manage_all";

    [GrantedTo(UserRole.Admin)]
    public const string WebhooksRead = "webhooks:read";

    [GrantedTo(UserRole.Admin)]
    public const string WebhooksManage = "webhooks:manage";

    [GrantedTo(UserRole.Admin)]
    public const string EventsRead = "events:read";

    [GrantedTo(UserRole.Admin)]
    public const string AuditLogsRead = "audit_logs:read";

    [GrantedTo(UserRole.Viewer)]
    public const string ActivityRead = "activity:read";

    [GrantedTo(UserRole.Admin)]
    public const string ActivityReadMembers = "activity:read_members";

    private static readonly FrozenSet<string> PersonOnly = typeof(Permissions).GetFields()
        .Where(field => field.IsDefined(typeof(PersonOnlyAttribute), inherit: false))
        .Select(field => (string)field.GetRawConstantValue()!)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a permission can be a scope of a credential that a program holds.</summary>
    internal static bool CanBeScope(string permission) => !PersonOnly.Contains(permission);
}
