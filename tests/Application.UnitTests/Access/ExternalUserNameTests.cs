using CleanApi.Application.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Users;

namespace CleanApi.Application.UnitTests.Access;

public sealed class ExternalUserNameTests
{
    [Theory]
    [InlineData("Ada King", "Ada King")]
    [InlineData("  Ada\tKing\u0000 ", "AdaKing")]
    [InlineData(null, "ada")]
    [InlineData(" ", "ada")]
    [InlineData("Win at https://evil.test", "Win at https evil.test")]
    [InlineData("WWW.evil.test", "evil.test")]
    [InlineData("w\tww.evil.test", "evil.test")]
    [InlineData("wwwww..evil.test", "ww .evil.test")]
    [InlineData(" www.:// ", "ada")]
    [InlineData("Ada www.paypal.com/verify", "Ada  paypal.com/verify")]
    [InlineData("ada@evil.test", "ada evil.test")]
    [InlineData("\u0007", "ada")]
    [InlineData("\u200B", "ada")]
    [InlineData("Zoe\u0308 King", "Zo\u00eb King")]
    [InlineData("Zoe\t\u0308", "Zo\u00eb")]
    [InlineData("Ada\u202e King", "ada")]
    [InlineData("Ada\u200b King", "ada")]
    [InlineData("\u3164", "ada")]
    [InlineData("👩\u200d💻", "👩\u200d💻")]
    public void A_name_is_sanitized_or_taken_from_the_address(string? told, string name) => ExternalUserName.Of(Person(told)).Should().Be(name);

    [Fact]
    public void A_name_from_the_address_is_sanitized_too() => ExternalUserName.Of(Person(null, "www.evil.test@acme.test")).Should().Be("evil.test");

    [Fact]
    public void A_long_name_is_truncated_between_characters_and_fits_into_an_organization_s_name()
    {
        var name = ExternalUserName.Of(Person(string.Concat(Enumerable.Repeat("😀", 150))));
        name.EnumerateRunes().Count().Should().Be(NameRule.MaxNameLength);
        ExternalUserName.OrganizationOf(name).EnumerateRunes().Count().Should().Be(100);
    }

    [Fact]
    public void A_name_that_is_cut_inside_a_joined_emoji_stays_a_name()
    {
        var name = ExternalUserName.Of(Person(string.Concat(Enumerable.Repeat("x👩\u200d💻", 40))));
        NameRule.Public.Check(name).Should().BeNull();
        for (var length = 0; length < 4; length++)
        {
            NameRule.Public.Check(ExternalUserName.OrganizationOf(new string('y', length) + name)).Should().BeNull();
        }
    }

    [Fact]
    public void An_organization_is_named_after_its_first_administrator() => ExternalUserName.OrganizationOf("Ada King").Should().Be("Ada King's organization");

    private static ExternalUserInfo Person(string? name, string email = "ada@acme.test") => new("https://issuer.test", "1", EmailAddress.Parse(email), name);
}
