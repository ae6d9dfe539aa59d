using CleanApi.Application.Access;

namespace CleanApi.Application.UnitTests.Access;

public sealed class ReturnUrlTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/settings")]
    [InlineData("/settings?tab=2#name")]
    [InlineData("/a//b")]
    [InlineData("/?next=https://evil.test/")]
    [InlineData("/%5Cevil.test")]
    public void A_local_path_is_accepted(string text) => ReturnUrl.IsLocal(text).Should().BeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("settings")]
    [InlineData("https://evil.test/")]
    [InlineData("//evil.test")]
    [InlineData("///evil.test")]
    [InlineData("/\\evil.test")]
    [InlineData("\\\\evil.test")]
    [InlineData("/\t/evil.test")]
    [InlineData("/\n/evil.test")]
    [InlineData("/a\\..\\..\\evil.test")]
    [InlineData(" /settings")]
    [InlineData("/settings\r\nSet-Cookie: a=b")]
    [InlineData("/caf\u00e9")]
    [InlineData("javascript:alert(1)")]
    public void A_text_that_a_browser_could_read_as_another_site_is_rejected(string text) => ReturnUrl.IsLocal(text).Should().BeFalse();

    [Fact]
    public void A_path_that_is_too_long_is_rejected() => ReturnUrl.IsLocal("/" + new string('a', ReturnUrl.MaxLength)).Should().BeFalse();
}
