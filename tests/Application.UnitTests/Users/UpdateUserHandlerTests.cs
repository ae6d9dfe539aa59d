using Ardalis.Specification;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Users;

public sealed class UpdateUserHandlerTests : UserHandlerTest
{
    [Fact]
    [Trait("Requirement", "R25")]
    public async Task Absent_fields_stay_and_null_removes()
    {
        var user = Stored();
        user.UpdateProfile("Name", "Bio", "https://acme.test/a.png", Clock.Now);
        var response = await Update(user.Id, new UserPatch { Bio = new(null) });
        (response.Name, response.Bio, response.AvatarUrl, response.Role).Should().Be(("Name", null, "https://acme.test/a.png", UserRole.Member));
    }

    [Fact]
    public async Task The_response_has_the_version_that_will_be_stored()
    {
        var user = Stored();
        var response = await Update(user.Id, new UserPatch { Name = " New " });
        (response.Name, response.Version, response.UpdatedAt).Should().Be(("New", 2L, Clock.Now));
        NothingChangesInAccess();
    }

    [Fact]
    [Trait("Requirement", "R200")]
    [Trait("Requirement", "R186")]
    public async Task An_unknown_user_is_404() =>
        await FluentActions.Awaiting(() => Update(Unknown, new UserPatch())).Should().ThrowAsync<NotFoundError>().WithMessage($"User with ID {Unknown} not found");

    [Fact]
    [Trait("Requirement", "R238")]
    public async Task A_change_of_role_invalidates_access_tokens()
    {
        var user = Stored();
        (await Update(user.Id, new UserPatch { Role = UserRole.Admin })).Role.Should().Be(UserRole.Admin);
        await Sessions.Received(1).InvalidateAccessTokensAsync(user.Id, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task The_same_role_changes_nothing()
    {
        var user = Stored();
        (await Update(user.Id, new UserPatch { Role = UserRole.Member })).Version.Should().Be(1);
        NothingChangesInAccess();
    }

    [Theory]
    [InlineData(UserRole.Admin, UserRole.Member)]
    [InlineData(UserRole.Member, UserRole.Admin)]
    [InlineData(UserRole.Viewer, UserRole.Admin)]
    [Trait("Requirement", "R195")]
    public async Task A_user_cannot_change_their_own_role(UserRole role, UserRole wanted)
    {
        var user = Stored(role, otherActiveAdmins: 3);
        SignInAs(user);
        await FluentActions.Awaiting(() => Update(user.Id, new UserPatch { Role = wanted, Name = "New" })).Should().ThrowAsync<BadRequestError>().WithMessage("Cannot change your own role");
        (user.Role, user.Name).Should().Be((role, "User"));
        NothingChangesInAccess();
    }

    [Fact]
    [Trait("Requirement", "R194")]
    public async Task A_user_without_permissions_changes_their_own_profile()
    {
        var user = Stored(UserRole.Viewer);
        SignInAs(user);
        (await Update(user.Id, new UserPatch { Name = "New", Role = UserRole.Viewer })).Name.Should().Be("New");
    }

    [Fact]
    [Trait("Requirement", "R131")]
    public async Task A_caller_without_the_permission_cannot_change_a_role()
    {
        var user = Stored();
        SignInAs(People.User(UserRole.Member));
        await FluentActions.Awaiting(() => Update(user.Id, new UserPatch { Role = UserRole.Viewer })).Should().ThrowAsync<AuthorizationError>();
        user.Role.Should().Be(UserRole.Member);
    }

    [Fact]
    [Trait("Requirement", "R201")]
    public async Task The_last_administrator_cannot_lose_the_role()
    {
        var user = Stored(UserRole.Admin, otherActiveAdmins: 0);
        await FluentActions.Awaiting(() => Update(user.Id, new UserPatch { Role = UserRole.Member })).Should().ThrowAsync<ConflictError>();
        NothingChangesInAccess();
    }

    [Fact]
    [Trait("Requirement", "R201")]
    public async Task One_of_several_administrators_can_lose_the_role()
    {
        var user = Stored(UserRole.Admin, otherActiveAdmins: 1);
        (await Update(user.Id, new UserPatch { Role = UserRole.Member })).Role.Should().Be(UserRole.Member);
    }

    [Fact]
    [Trait("Requirement", "R18")]
    public async Task Administrators_are_counted_only_for_an_active_administrator()
    {
        await Update(Stored().Id, new UserPatch { Role = UserRole.Viewer });
        await Users.DidNotReceiveWithAnyArgs().ListAsync(default(ISpecification<User, UserId>)!, default);
    }

    private Task<UserResponse> Update(UserId id, UserPatch patch) =>
        new UpdateUserHandler(Updates).Handle(new UpdateUser(id, patch), CancellationToken.None);
}
