using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.UnitTests.Users;

public sealed class UserStatusTests
{
    [Fact]
    [Trait("Requirement", "R30")]
    public void Activation_happens_once()
    {
        var user = Cleared(Sample.Invited());
        (user.Activate(Sample.Later), user.Activate(Sample.Later)).Should().Be((true, false));
        user.Status.Should().Be(UserStatus.Active);
        user.Events.Should().Equal(new UserActivated(user.Id, Sample.Organization));
    }

    [Fact]
    public void Deactivation_happens_once_and_can_be_undone()
    {
        var user = Cleared(Sample.User());
        (user.Deactivate(Sample.Other, 0, Sample.Later), user.Deactivate(Sample.Other, 0, Sample.Later), user.Activate(Sample.Later)).Should().Be((true, false, true));
        user.Events.Should().Equal(new UserDeactivated(user.Id, Sample.Organization), new UserActivated(user.Id, Sample.Organization));
    }

    [Fact]
    public void A_user_cannot_deactivate_themselves()
    {
        var user = Cleared(Sample.User(UserRole.Admin));
        user.Invoking(u => u.Deactivate(u.Id, 5, Sample.Later)).Should().Throw<BadRequestError>().WithMessage("Cannot deactivate your own account");
        (user.Status, user.Events.Count).Should().Be((UserStatus.Active, 0));
    }

    [Fact]
    [Trait("Requirement", "R201")]
    public void The_last_active_administrator_is_not_deactivated()
    {
        var user = Cleared(Sample.User(UserRole.Admin));
        user.Invoking(u => u.Deactivate(Sample.Other, 0, Sample.Later)).Should().Throw<ConflictError>().WithMessage("An organization needs at least one active administrator*");
        (user.Status, user.Events.Count).Should().Be((UserStatus.Active, 0));
        user.Deactivate(Sample.Other, 1, Sample.Later).Should().BeTrue();
    }

    [Fact]
    [Trait("Requirement", "R198")]
    public void Deletion_is_soft()
    {
        var user = Cleared(Sample.User());
        user.Delete(Sample.Other, 0, Sample.Later);
        (user.DeletedAt, user.Name, user.Email).Should().Be((Sample.Later, "User", Sample.Email));
        user.Events.Should().Equal(new UserDeleted(user.Id, Sample.Organization));
    }

    [Fact]
    [Trait("Requirement", "R197")]
    public void A_user_cannot_delete_themselves()
    {
        var user = Cleared(Sample.User(UserRole.Admin));
        var error = user.Invoking(u => u.Delete(u.Id, 5, Sample.Later)).Should().Throw<BadRequestError>().WithMessage("Cannot delete your own account").Which;
        (error.Code, error.StatusCode, user.DeletedAt, user.Events.Count).Should().Be((ErrorCodes.BadRequest, 400, null, 0));
    }

    [Fact]
    [Trait("Requirement", "R201")]
    public void The_last_active_administrator_is_not_deleted()
    {
        var user = Cleared(Sample.User(UserRole.Admin));
        user.Invoking(u => u.Delete(Sample.Other, 0, Sample.Later)).Should().Throw<ConflictError>().WithMessage("An organization needs at least one active administrator*");
        (user.DeletedAt, user.Events.Count).Should().Be((null, 0));
        user.Delete(Sample.Other, 1, Sample.Later);
        user.IsActiveAdmin.Should().BeFalse();
    }

    [Theory]
    [InlineData(UserRole.Member)]
    [InlineData(UserRole.Viewer)]
    public void Other_users_can_always_be_removed(UserRole role)
    {
        Sample.User(role).Deactivate(Sample.Other, 0, Sample.Later).Should().BeTrue();
        Sample.User(role).Invoking(user => user.Delete(Sample.Other, 0, Sample.Later)).Should().NotThrow();
    }

    private static User Cleared(User user)
    {
        user.ClearDomainEvents();
        return user;
    }
}
