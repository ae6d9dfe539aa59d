using CleanApi.Application.Activities;

namespace CleanApi.Application.UnitTests.Activities;

/// <summary>Names of the IANA time zone database, and nothing else that a machine takes for one.</summary>
[Trait("Requirement", "R6")]
public sealed class TimeZoneNamesTests
{
    [Theory]
    [InlineData("UTC")]
    [InlineData("Etc/UTC")]
    [InlineData("Etc/GMT+5")]
    [InlineData("Europe/Berlin")]
    [InlineData("US/Eastern")]
    [InlineData("America/Argentina/Buenos_Aires")]
    [InlineData("America/Port-au-Prince")]
    public void A_zone_is_found_by_its_name(string name) => TimeZoneNames.TryFind(name, out _).Should().BeTrue();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Mars/Phobos")]
    [InlineData("europe/berlin")]
    [InlineData("Europe/Berlin ")]
    [InlineData("Europe/Berlin\n")]
    [InlineData("W. Europe Standard Time")]
    [InlineData("UTC-11")]
    [InlineData("+02:00")]
    [InlineData("localtime")]
    [InlineData("posix/Europe/Berlin")]
    [InlineData("right/Europe/Berlin")]
    [InlineData("../zoneinfo/Europe/Berlin")]
    [InlineData("/usr/share/zoneinfo/Europe/Berlin")]
    [InlineData("zone.tab")]
    public void Anything_else_is_not(string? name)
    {
        // What was found before is known in any spelling.
        TimeZoneNames.TryFind("Europe/Berlin", out _).Should().BeTrue();
        TimeZoneNames.TryFind(name, out _).Should().BeFalse();
    }
}
