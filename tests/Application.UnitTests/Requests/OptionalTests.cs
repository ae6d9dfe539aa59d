using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Users;

namespace CleanApi.Application.UnitTests.Requests;

[Trait("Requirement", "R25")]
public sealed class OptionalTests
{
    [Fact]
    public void An_absent_field_keeps_the_current_value()
    {
        var absent = default(Optional<string>);
        (absent.IsPresent, absent.Value, absent.Or("present")).Should().Be((false, null, "present"));
    }

    [Fact]
    public void A_present_null_removes_the_value()
    {
        Optional<string> removed = new(null);
        (removed.IsPresent, removed.Value, removed.Or("present")).Should().Be((true, null, null));
    }

    [Fact]
    public void A_present_value_replaces_the_current_one()
    {
        Optional<string> name = "new";
        (name.IsPresent, name.Value, name.Or("old")).Should().Be((true, "new", "new"));
    }

    [Fact]
    public void A_default_value_is_present()
    {
        Optional<UserRole?> role = UserRole.Viewer;
        (role.IsPresent, role.Or(UserRole.Admin)).Should().Be((true, UserRole.Viewer));
        Optional<int> zero = 0;
        zero.Or(5).Should().Be(0);
    }

    [Fact]
    public void Absent_and_null_differ() => default(Optional<string>).Should().NotBe(new Optional<string>(null));
}
