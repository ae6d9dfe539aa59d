using System.Reflection;
using CleanApi.Application.Common.Security;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.UnitTests.Security;

[Trait("Requirement", "R8")]
[Trait("Requirement", "R199")]
public sealed class RolePermissionsTests
{
    // Viewer, member, admin.
    public static TheoryData<string, bool, bool, bool> Table() => new()
    {
        { "organization:read", true, true, true },
        { "posts:read", true, true, true },
        { "users:read", false, true, true },
        { "posts:create", false, true, true },
        { "posts:update", false, true, true },
        { "posts:delete", false, true, true },
        { "api_keys:manage", false, true, true },
        { "api_keys:manage_all", false, false, true },
        { "users:create", false, false, true },
        { "users:update", false, false, true },
        { "users:delete", false, false, true },
        { "users:activate", false, false, true },
        { "invitations:manage", false, false, true },
        { "organization:update", false, false, true },
        { "posts:manage", false, false, true },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_role_has_exactly_the_permissions_of_the_table(string permission, bool viewer, bool member, bool admin)
    {
        RolePermissions.Has(UserRole.Viewer, permission).Should().Be(viewer);
        RolePermissions.Has(UserRole.Member, permission).Should().Be(member);
        RolePermissions.Has(UserRole.Admin, permission).Should().Be(admin);
    }

    [Fact]
    public void Every_permission_names_the_lowest_role_that_has_it() =>
        typeof(Permissions).GetFields().Where(field => field.GetCustomAttribute<GrantedToAttribute>() is null).Should().BeEmpty();

    [Fact]
    public void A_viewer_only_reads() =>
        RolePermissions.Of(UserRole.Viewer).Should().NotBeEmpty().And.OnlyContain(permission => permission.EndsWith(":read", StringComparison.Ordinal));

    [Fact]
    public void A_role_has_the_permissions_of_the_role_below_it()
    {
        RolePermissions.Of(UserRole.Member).Should().Contain(RolePermissions.Of(UserRole.Viewer));
        RolePermissions.Of(UserRole.Admin).Should().Contain(RolePermissions.Of(UserRole.Member));
        new[] { UserRole.Viewer, UserRole.Member, UserRole.Admin }.Should().BeInAscendingOrder();
    }

    [Fact]
    public void Permissions_are_resource_and_action() =>
        RolePermissions.Of(UserRole.Admin).Should().HaveCount(typeof(Permissions).GetFields().Length).And.OnlyContain(permission => permission.Split(':', StringSplitOptions.None).Length == 2);

    [Fact]
    public void Unknown_roles_and_permissions_are_denied()
    {
        RolePermissions.Has((UserRole)9, Permissions.PostsRead).Should().BeFalse();
        RolePermissions.Has(UserRole.Admin, "USERS:READ").Should().BeFalse();
        RolePermissions.Has(UserRole.Admin, "").Should().BeFalse();
    }

    [Fact]
    [Trait("Requirement", "R126")]
    public void A_key_has_the_permissions_that_both_its_owner_and_its_scopes_grant()
    {
        var key = TestCaller.Key(UserRole.Member, Permissions.UsersRead, Permissions.UsersDelete);
        key.Has(Permissions.UsersRead).Should().BeTrue();
        key.Has(Permissions.UsersDelete).Should().BeFalse("its owner does not have it");
        key.Has(Permissions.PostsCreate).Should().BeFalse("it is not among the scopes");
    }

    [Fact]
    public void A_user_has_the_permissions_of_their_role()
    {
        TestCaller.User(UserRole.Member).Has(Permissions.UsersRead).Should().BeTrue();
        TestCaller.User(UserRole.Member).Has(Permissions.UsersDelete).Should().BeFalse();
    }

    [Fact]
    public void The_program_has_no_permission() =>
        RolePermissions.Of(UserRole.Admin).Should().NotContain(permission => TestCaller.Program(TestCaller.Self).Has(permission));
}
