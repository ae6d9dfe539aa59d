using CleanApi.WebApi.Binding;
using Microsoft.Extensions.Primitives;

namespace CleanApi.WebApi.UnitTests.Binding;

public sealed class ExpectedVersionBinderTests
{
    [Theory]
    [InlineData("\"3\"", new long[] { 3 })]
    [InlineData("W/\"3\"", new long[] { 3 })]
    [InlineData("\"3\", \"4\"", new long[] { 3, 4 })]
    [InlineData("\"3\", \"other\"", new long[] { 3 })]
    [InlineData("\"other\"", new long[0])]
    [InlineData("\"-3\"", new long[0])]
    [InlineData("\"99999999999999999999\"", new long[0])]
    [InlineData("3", new long[0])]
    [InlineData("\"", new long[0])]
    public void Reads_versions(string header, long[] versions) => ExpectedVersionBinder.Parse(header).Versions.Should().Equal(versions);

    [Fact]
    public void A_missing_header_accepts_any_version()
    {
        ExpectedVersionBinder.Parse(StringValues.Empty).Versions.Should().BeNull();
        ExpectedVersionBinder.Parse("*").Versions.Should().BeNull();
    }

    [Fact]
    public void Reads_a_header_of_several_lines() =>
        ExpectedVersionBinder.Parse(new StringValues(["\"1\"", "\"2\""])).Versions.Should().Equal(1, 2);
}
