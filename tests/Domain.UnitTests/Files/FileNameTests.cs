using CleanApi.Domain.Files;

namespace CleanApi.Domain.UnitTests.Files;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("report.pdf")]
    [InlineData("Bericht über März (2).pdf")]
    [InlineData("報告.pdf")]
    [InlineData("a..b.pdf")]
    public void A_name_without_a_path_is_plain(string name) => FileName.IsPlain(name).Should().BeTrue();

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../../etc/passwd.pdf")]
    [InlineData("..\\..\\windows\\system.pdf")]
    [InlineData("/etc/cron.d/a.pdf")]
    [InlineData("C:report.pdf")]
    [InlineData("report.pdf::$DATA")]
    [InlineData(".htaccess.png")]
    [InlineData("report.pdf.")]
    [InlineData("report.pdf ")]
    [InlineData("a\"; filename=\"b.exe.pdf")]
    [InlineData("*.pdf")]
    public void A_name_that_goes_elsewhere_is_not(string name) => FileName.IsPlain(name).Should().BeFalse();

    [Theory]
    [InlineData("a\u0000.pdf")]
    [InlineData("a\r\nX-Injected: 1.pdf")]
    [InlineData("gpj.\u202Efdp.exe")]
    [InlineData(" ")]
    public void A_name_has_no_characters_that_hide_others(string name) => FileName.Rule.Check(name).Should().NotBeNull();

    [Fact]
    public void A_name_has_255_characters_at_most() =>
        (FileName.Rule.Check(new string('a', 255)), FileName.Rule.Check(new string('a', 256)) is null).Should().Be((null, false));
}
