using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Users;

namespace CleanApi.Application.UnitTests.Requests;

[Trait("Requirement", "R25")]
public sealed class OptionalTests
{
    [Fact]
    public void What_is_absent_leaves_what_there_is()
    {
        var absent = default(Optional<string>);
        (absent.IsPresent, absent.Value, absent.Or("present")).Should().Be((false, null, "present"));
    }

    [Fact]
    public void A_null_that_is_present_removes()
    {
        Optional<string> removed = new(null);
        (removed.IsPresent, removed.Value, removed.Or("present")).Should().Be((true, null, null));
    }

    [Fact]
    public void A_value_replaces()
    {
        Optional<string> name = "new";
        (name.IsPresent, name.Value, name.Or("old")).Should().Be((true, "new", "new"));
    }

    [Fact]
    public void A_default_value_is_present_all_the_same()
    {
        Optional<UserRole?> role = UserRole.Viewer;
        (role.IsPresent, role.Or(UserRole.Admin)).Should().Be((true, UserRole.Viewer));
        Optional<int> zero = 0;
        zero.Or(5).Should().Be(0);
    }

    [Fact]
    public void Absent_and_null_are_not_the_same() => default(Optional<string>).Should().NotBe(new Optional<string>(null));
}
