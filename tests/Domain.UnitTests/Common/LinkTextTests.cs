using CleanApi.Domain.Common;

namespace CleanApi.Domain.UnitTests.Common;

public sealed class LinkTextTests
{
    [Theory]
    [InlineData("see paypal.com/verify", true)]
    [InlineData("PayPal.COM", true)]
    [InlineData("evil.co.uk", true)]
    [InlineData("bücher.de,", true)]
    [InlineData("t.co/x", true)]
    [InlineData("mailto:a@b.test", true)]
    [InlineData("ada@localhost", true)]
    [InlineData("St. Mary", false)]
    [InlineData("A. B. Smith", false)]
    [InlineData("A.B.Smith, M.Sc. B.Com", false)]
    [InlineData("Acme Inc.", false)]
    [InlineData("Node.js", false)]
    [InlineData("Acme GmbH & Co.KG", false)]
    [InlineData("Version 1.5", false)]
    [InlineData("a.community", false)]
    public void What_mail_programs_make_a_link_of_is_none_of_a_public_name(string text, bool isLink)
    {
        NameRule.Public.Check(text).Should().Be(isLink ? NameViolation.Link : null);
        NameRule.Private.Check(text).Should().BeNull();
        LinkText.IsIn(LinkText.Without(text)).Should().BeFalse();
    }
}
