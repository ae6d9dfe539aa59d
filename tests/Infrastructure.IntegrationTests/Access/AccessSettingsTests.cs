using CleanApi.Infrastructure.Access;
using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

[Trait("Requirement", "R98")]
public sealed class AccessSettingsTests
{
    [Fact]
    public void By_default_an_access_token_lasts_15_minutes_a_refresh_token_7_days_and_a_session_30_days()
    {
        var settings = AccessSettings.Read(new ConfigurationManager());
        (settings.AccessTokenLifetime, settings.RefreshTokenLifetime, settings.SessionLifetime, settings.Issuer, settings.Audience)
            .Should().Be((TimeSpan.FromMinutes(15), TimeSpan.FromDays(7), TimeSpan.FromDays(30), "http://127.0.0.1:5080", "cleanapi"));
    }

    [Fact]
    public void A_session_lasts_at_least_as_long_as_a_refresh_token()
    {
        var settings = AccessSettings.Read(new ConfigurationManager { ["Auth:RefreshTokenDays"] = "60" });
        (settings.RefreshTokenLifetime, settings.SessionLifetime).Should().Be((TimeSpan.FromDays(60), TimeSpan.FromDays(60)));
    }

    [Theory]
    [InlineData("Issuer", "here")]
    [InlineData("Issuer", "ftp://acme.test")]
    [InlineData("Issuer", "https://acme.test/?a=b")]
    [InlineData("Issuer", "https://acme.test/#a")]
    [InlineData("Issuer", "https://acme.test/idp")]
    [InlineData("Issuer", "https://acme.test//")]
    [InlineData("Issuer", " https://acme.test")]
    [InlineData("Issuer", "https://acme.test ")]
    [InlineData("Issuer", "https://user:pw@acme.test")]
    [InlineData("Issuer", "https://user@acme.test")]
    [InlineData("Issuer", "https://ac me.test")]
    [InlineData("Issuer", "https://")]
    [InlineData("Issuer", "")]
    [InlineData("Audience", " ")]
    [InlineData("AccessTokenMinutes", "0")]
    [InlineData("AccessTokenMinutes", "61")]
    [InlineData("AccessTokenMinutes", "soon")]
    [InlineData("RefreshTokenDays", "-7")]
    [InlineData("RefreshTokenDays", "91")]
    [InlineData("PasswordPolicy", "weak")]
    [InlineData("PasswordPolicy", "")]
    [InlineData("SessionDays", "6")]
    [InlineData("SessionDays", "366")]
    [InlineData("SessionDays", "x")]
    public void An_invalid_setting_is_named(string name, string value)
    {
        var read = () => AccessSettings.Read(new ConfigurationManager { [$"Auth:{name}"] = value });
        read.Should().Throw<InvalidOperationException>().WithMessage($"Auth__{name} has to be*");
    }

    [Theory]
    [InlineData("https://acme.test")]
    [InlineData("https://acme.test/")]
    public void A_slash_at_the_end_of_the_issuer_means_nothing(string issuer) =>
        AccessSettings.Read(new ConfigurationManager { ["Auth:Issuer"] = issuer }).Issuer.Should().Be("https://acme.test");

    [Theory]
    [InlineData("http://127.0.0.1:5080", "Production", true)]
    [InlineData("http://localhost", "Production", true)]
    [InlineData("http://acme.test", "Production", false)]
    [InlineData("http://acme.test", "Prod", false)]
    [InlineData("http://acme.test", null, false)]
    [InlineData("http://192.0.2.7:5080", "Development", true)]
    public void An_issuer_in_the_clear_is_this_machine_or_for_development(string issuer, string? environment, bool isAllowed)
    {
        var read = () => AccessSettings.Read(new ConfigurationManager { ["Auth:Issuer"] = issuer, ["environment"] = environment });

        if (isAllowed)
        {
            read().Issuer.Should().Be(issuer);
        }
        else
        {
            read.Should().Throw<InvalidOperationException>().WithMessage("Auth__Issuer has to be*");
        }
    }

    [Theory]
    [InlineData(null, 8)]
    [InlineData("standard", 8)]
    [InlineData("asvs", 15)]
    public void The_default_password_policy_is_standard(string? name, int minLength) =>
        AccessSettings.Read(new ConfigurationManager { ["Auth:PasswordPolicy"] = name }).PasswordPolicy.MinLength.Should().Be(minLength);
}
