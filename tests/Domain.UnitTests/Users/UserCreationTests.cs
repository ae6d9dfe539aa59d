using CleanApi.Domain.Users;

namespace CleanApi.Domain.UnitTests.Users;

public sealed class UserCreationTests
{
    [Fact]
    [Trait("Requirement", "R154")]
    public void A_created_user_has_the_given_values_and_is_not_deleted()
    {
        var user = Sample.Invited(UserRole.Viewer);
        user.Id.Value.Version.Should().Be(7);
        (user.OrganizationId, user.Email, user.Name, user.Role).Should().Be((Sample.Organization, Sample.Email, "User", UserRole.Viewer));
        (user.Bio, user.AvatarUrl, user.DeletedAt).Should().Be((null, null, null));
    }

    [Fact]
    public void A_user_created_by_others_is_invited_and_a_registrant_or_invitee_is_active() =>
        (Sample.Invited().Status, Sample.User().Status).Should().Be((UserStatus.Invited, UserStatus.Active));

    [Fact]
    public void Creation_raises_an_event_with_the_values()
    {
        var user = Sample.Invited(UserRole.Admin);
        user.Events.Should().Equal(new UserCreated(user.Id, Sample.Organization, Sample.Email, "User", UserRole.Admin, UserStatus.Invited));
    }

    [Fact]
    [Trait("Requirement", "R8")]
    [Trait("Requirement", "R177")]
    public void There_are_exactly_three_roles() => Enum.GetNames<UserRole>().Should().BeEquivalentTo("Viewer", "Member", "Admin");

    [Fact]
    public void There_are_exactly_three_statuses() => Enum.GetNames<UserStatus>().Should().BeEquivalentTo("Invited", "Active", "Deactivated");

    [Fact]
    public void Properties_of_a_user_have_no_public_setter() =>
        typeof(User).GetProperties().Where(property => property.GetSetMethod() is not null).Should().BeEmpty();
}
