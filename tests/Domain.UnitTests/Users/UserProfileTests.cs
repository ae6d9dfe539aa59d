using CleanApi.Domain.Users;

namespace CleanApi.Domain.UnitTests.Users;

[Trait("Requirement", "R202")]
public sealed class UserProfileTests
{
    private readonly User user = Sample.User();

    public UserProfileTests() => user.ClearDomainEvents();

    [Fact]
    public void A_change_raises_an_event_with_the_new_values()
    {
        user.UpdateProfile("New", "Bio", "https://acme.test/a.png", Sample.Later);
        (user.Name, user.Bio, user.AvatarUrl).Should().Be(("New", "Bio", "https://acme.test/a.png"));
        user.Events.Should().Equal(new UserUpdated(user.Id, Sample.Organization, "New", "Bio", "https://acme.test/a.png"));
    }

    [Fact]
    public void The_same_values_raise_no_event()
    {
        user.UpdateProfile(user.Name, user.Bio, user.AvatarUrl, Sample.Later);
        user.Events.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Other", null, null)]
    [InlineData("User", "Bio", null)]
    [InlineData("User", null, "https://acme.test/a.png")]
    public void Any_changed_value_raises_an_event(string name, string? bio, string? avatarUrl)
    {
        user.UpdateProfile(name, bio, avatarUrl, Sample.Later);
        user.Events.Should().ContainSingle();
    }

    [Fact]
    public void Bio_and_picture_can_be_removed()
    {
        user.UpdateProfile("User", "Bio", "https://acme.test/a.png", Sample.Later);
        user.UpdateProfile("User", null, null, Sample.Later);
        (user.Bio, user.AvatarUrl).Should().Be((null, null));
    }
}
