namespace CleanApi.Application.Common.Security;

/// <summary>The permissions, <c>resource:action</c>. <see cref="RolePermissions"/> assigns them to roles.</summary>
public static class Permissions
{
    public const string UsersRead = "users:read";
    public const string UsersCreate = "users:create";
    public const string UsersUpdate = "users:update";
    public const string UsersDelete = "users:delete";
    public const string UsersActivate = "users:activate";
    public const string InvitationsManage = "invitations:manage";
    public const string OrganizationRead = "organization:read";
    public const string OrganizationUpdate = "organization:update";
    public const string PostsRead = "posts:read";
    public const string PostsCreate = "posts:create";
    public const string PostsManage = "posts:manage";
    public const string ApiKeysManage = "api_keys:manage";
    public const string ApiKeysManageAll = "api_keys:manage_all";
}
