using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.UnitTests.Validation;

[Trait("Requirement", "R174")]
public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Ada", "Ada")]
    [InlineData("  Ada Lovelace  ", "Ada Lovelace")]
    [InlineData("100%", "100%")]
    [InlineData("a_b", "a_b")]
    [InlineData(@"a\b", @"a\b")]
    [InlineData("%", "%")]
    [InlineData("Zoe\u0308", "Zo\u00eb")]
    [InlineData("a'b\"c;--", "a'b\"c;--")]
    [InlineData("😀", "😀")]
    [Trait("Requirement", "R241")]
    public void A_search_is_taken_as_it_is_in_NFC(string text, string expected) => SearchText.Of(text).Should().Be(expected);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    public void Nothing_left_is_no_filter(string? text) => SearchText.Of(text).Should().BeNull();

    [Fact]
    public void Only_the_database_folds() => FluentActions.Invoking(() => SearchText.IsIn("ada", "Ada")).Should().Throw<NotSupportedException>();
}
