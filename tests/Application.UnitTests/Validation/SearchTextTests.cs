using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.UnitTests.Validation;

[Trait("Requirement", "R174")]
public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Ada", "ada")]
    [InlineData("  Ada Lovelace  ", "ada lovelace")]
    [InlineData("100%", "100")]
    [InlineData("a_b", "ab")]
    [InlineData(@"a\b", "ab")]
    [InlineData("%_\\a%_\\", "a")]
    [InlineData("% a %", "a")]
    [InlineData("ÄÖÜ ÉŽ", "äöü éž")]
    [InlineData("a\0b\nc\u007f", "abc")]
    [InlineData("a'b\"c;--", "a'b\"c;--")]
    [InlineData("user@Acme.test", "user@acme.test")]
    [InlineData("😀", "😀")]
    public void A_search_is_lower_case_without_what_means_something_in_a_pattern(string text, string expected) =>
        SearchText.Normalize(text).Should().Be(expected);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("%")]
    [InlineData("_%\\")]
    [InlineData(" % _ ")]
    [InlineData("\0\n")]
    public void Nothing_left_is_no_filter(string? text) => SearchText.Normalize(text).Should().BeNull();

    [Fact]
    public void Normalizing_again_changes_nothing()
    {
        foreach (var text in new[] { "A%d_a\\", "  x  ", "İstanbul", "ǅ" })
        {
            SearchText.Normalize(SearchText.Normalize(text)).Should().Be(SearchText.Normalize(text));
        }
    }
}
