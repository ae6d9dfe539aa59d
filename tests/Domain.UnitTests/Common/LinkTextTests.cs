using CleanApi.Domain.Common;

namespace CleanApi.Domain.UnitTests.Common;

public sealed class LinkTextTests
{
    [Theory]
    [InlineData("see www.paypal.com/verify", true)]
    [InlineData("WWW.PayPal.COM", true)]
    [InlineData("https://evil.co.uk", true)]
    [InlineData("mailto:a@b.test", true)]
    [InlineData("ada@localhost", true)]
    [InlineData("St. Mary", false)]
    [InlineData("A. B. Smith", false)]
    [InlineData("A.B.Smith, M.Sc. B.Com", false)]
    [InlineData("Acme Inc.", false)]
    [InlineData("Node.js", false)]
    [InlineData("Booking.com", false)]
    [InlineData("Acme GmbH & Co.KG", false)]
    [InlineData("Version 1.5", false)]
    [InlineData("a.community", false)]
    public void A_link_or_an_address_is_no_public_name(string text, bool isLink)
    {
        NameRule.Public.Check(text).Should().Be(isLink ? NameViolation.Link : null);
        NameRule.Private.Check(text).Should().BeNull();
        LinkText.IsIn(LinkText.Without(text)).Should().BeFalse();
    }
}
