using CleanApi.Domain.Access;

namespace CleanApi.Domain.UnitTests.Access;

public sealed class RecoveryCodeTextTests
{
    [Fact]
    public void A_new_code_is_80_random_bits_in_four_groups()
    {
        var codes = Enumerable.Range(0, 100).Select(_ => RecoveryCodeText.Create()).ToList();
        codes.Should().OnlyHaveUniqueItems().And.OnlyContain(code => code.Length == 19);
        codes.Should().AllSatisfy(code => code.Should().MatchRegex("^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$"));
        codes.Should().AllSatisfy(code => RecoveryCodeText.TryParse(code, out _).Should().BeTrue());
    }

    [Theory]
    [InlineData("4k7d-91vw-q0hc-me3x")]
    [InlineData("4K7D 91VW Q0HC ME3X")]
    [InlineData("4k7d91vwqohcme3x")]
    [InlineData("4k7d-9lvw-qOhc-me3x")]
    [InlineData(" 4k7d-9ivw-q0hc-me3x ")]
    public void Look_alike_characters_case_and_separators_are_normalized(string typed)
    {
        RecoveryCodeText.TryParse(typed, out var code).Should().BeTrue();
        code.Should().Be("4k7d91vwq0hcme3x");
    }

    [Theory]
    [InlineData("")]
    [InlineData("287082")]
    [InlineData("4k7d-91vw-q0hc-me3")]
    [InlineData("4k7d-91vw-q0hc-me3xx")]
    [InlineData("4k7d-91vw-q0hc-me3u")]
    [InlineData("4k7d-91vw-q0hc-me3ä")]
    public void Other_texts_are_no_codes(string typed) => RecoveryCodeText.TryParse(typed, out _).Should().BeFalse();
}
