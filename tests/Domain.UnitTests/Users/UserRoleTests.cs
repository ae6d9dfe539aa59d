using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.UnitTests.Users;

public sealed class UserRoleTests
{
    [Fact]
    public void A_changed_role_raises_an_event_with_both_roles()
    {
        var user = Fresh(UserRole.Viewer);
        user.ChangeRole(UserRole.Member, Sample.Other, 0, Sample.Later).Should().BeTrue();
        user.Role.Should().Be(UserRole.Member);
        user.Events.Should().Equal(new UserRoleChanged(user.Id, Sample.Organization, UserRole.Viewer, UserRole.Member));
    }

    [Theory]
    [InlineData(UserRole.Viewer)]
    [InlineData(UserRole.Member)]
    [InlineData(UserRole.Admin)]
    [Trait("Requirement", "R195")]
    public void A_user_cannot_change_their_own_role(UserRole role)
    {
        var user = Fresh(role);
        foreach (var other in Enum.GetValues<UserRole>().Where(other => other != role))
        {
            var error = user.Invoking(u => u.ChangeRole(other, u.Id, 5, Sample.Later)).Should().Throw<BadRequestError>().WithMessage("Cannot change your own role").Which;
            (error.Code, error.StatusCode).Should().Be((ErrorCodes.BadRequest, 400));
            error.Details.Should().ContainSingle(detail => detail.Field == null && detail.Code == ReasonCodes.OwnRole);
        }

        Unchanged(user, role);
    }

    [Theory]
    [InlineData(UserRole.Member)]
    [InlineData(UserRole.Viewer)]
    [Trait("Requirement", "R201")]
    public void The_last_active_administrator_is_not_demoted(UserRole role)
    {
        var user = Fresh(UserRole.Admin);
        var error = user.Invoking(u => u.ChangeRole(role, Sample.Other, 0, Sample.Later)).Should().Throw<ConflictError>().Which;
        (error.Code, error.StatusCode, error.Message).Should().Be(
            (ErrorCodes.Conflict, 409, "An organization needs at least one active administrator; make somebody else an administrator first"));
        Unchanged(user, UserRole.Admin);
    }

    [Fact]
    [Trait("Requirement", "R201")]
    public void One_of_two_administrators_is_demoted() => Fresh(UserRole.Admin).ChangeRole(UserRole.Member, Sample.Other, 1, Sample.Later).Should().BeTrue();

    [Fact]
    [Trait("Requirement", "R201")]
    public void An_invited_administrator_does_not_count_as_the_last()
    {
        var user = Sample.Invited(UserRole.Admin);
        user.IsActiveAdmin.Should().BeFalse();
        user.ChangeRole(UserRole.Member, Sample.Other, 0, Sample.Later).Should().BeTrue();
    }

    [Fact]
    public void The_same_role_is_no_change_even_for_the_acting_user()
    {
        var user = Fresh(UserRole.Admin);
        user.ChangeRole(UserRole.Admin, user.Id, 0, Sample.Later).Should().BeFalse();
        Unchanged(user, UserRole.Admin);
    }

    private static User Fresh(UserRole role)
    {
        var user = Sample.User(role);
        user.ClearDomainEvents();
        return user;
    }

    private static void Unchanged(User user, UserRole role)
    {
        user.Role.Should().Be(role);
        user.Events.Should().BeEmpty();
    }
}
