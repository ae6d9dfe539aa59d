using CleanApi.Application.Common.Security;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Users;

public sealed class UserStatusHandlerTests : UserHandlerTest
{
    [Fact]
    public async Task Deactivation_ends_the_sessions_once()
    {
        var user = Stored();
        (await Deactivate(user.Id)).Status.Should().Be(UserStatus.Deactivated);
        var again = await Deactivate(user.Id);
        (again.Status, again.Version).Should().Be((UserStatus.Deactivated, 2L));
        await Sessions.Received(1).RevokeAllAsync(user.Id, Arg.Any<CancellationToken>());
        Audit.Received(2).Record(user);
    }

    [Fact]
    [Trait("Requirement", "R30")]
    public async Task Activation_can_be_repeated()
    {
        var user = Stored();
        await Deactivate(user.Id);
        user.ClearDomainEvents();
        (await Activate(user.Id)).Status.Should().Be(UserStatus.Active);
        (await Activate(user.Id)).Version.Should().Be(3);
    }

    [Fact]
    public async Task A_user_cannot_deactivate_themselves()
    {
        var user = Stored(UserRole.Admin, otherActiveAdmins: 2);
        SignInAs(user);
        await FluentActions.Awaiting(() => Deactivate(user.Id)).Should().ThrowAsync<BadRequestError>().WithMessage("Cannot deactivate your own account");
        NothingChangesInAccess();
    }

    [Fact]
    [Trait("Requirement", "R201")]
    public async Task The_last_administrator_is_not_deactivated()
    {
        var user = Stored(UserRole.Admin, otherActiveAdmins: 0);
        await FluentActions.Awaiting(() => Deactivate(user.Id)).Should().ThrowAsync<ConflictError>();
        (user.Status, user.IsActiveAdmin).Should().Be((UserStatus.Active, true));
        NothingChangesInAccess();
    }

    [Fact]
    public async Task An_unknown_user_is_404()
    {
        await FluentActions.Awaiting(() => Activate(Unknown)).Should().ThrowAsync<NotFoundError>();
        await FluentActions.Awaiting(() => Deactivate(Unknown)).Should().ThrowAsync<NotFoundError>();
    }

    private Task<UserResponse> Activate(UserId id) => new ActivateUserHandler(Updates, Grants, Audit, Clock.Instance).Handle(new ActivateUser(id), CancellationToken.None);

    private Task<UserResponse> Deactivate(UserId id) =>
        new DeactivateUserHandler(Updates, Sessions, Invitations, Audit, Caller, Clock.Instance).Handle(new DeactivateUser(id), CancellationToken.None);
}
