using CleanApi.Infrastructure.Access;
using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

public sealed class PasskeySettingsTests
{
    [Theory]
    [InlineData("https://app.acme.test", null, null, "app.acme.test", "https://app.acme.test")]
    [InlineData("https://app.acme.test/base", null, null, "app.acme.test", "https://app.acme.test")]
    [InlineData("http://127.0.0.1:5080", null, null, "localhost", "http://localhost:5080")]
    [InlineData("http://[::1]:5080", null, null, "localhost", "http://localhost:5080")]
    [InlineData("https://app.acme.test", "acme.test", null, "acme.test", "https://app.acme.test")]
    [InlineData("https://10.0.0.7", "acme.test", "https://acme.test, https://a.acme.test:8443", "acme.test", "https://acme.test|https://a.acme.test:8443")]
    public void The_defaults_come_from_the_issuer(string issuer, string? id, string? origins, string expectedId, string expectedOrigins)
    {
        var settings = Read(issuer, id, origins);
        (settings.RelyingPartyId, string.Join('|', settings.Origins)).Should().Be((expectedId, expectedOrigins));
    }

    [Fact]
    public void An_IP_address_cannot_be_the_relying_party()
    {
        var settings = Read("https://10.0.0.7", null, null);
        settings.RelyingPartyId.Should().BeNull();
        settings.Origins.Should().BeEmpty();
    }

    [Theory]
    [InlineData("https://acme.test", null, "RelyingPartyId")]
    [InlineData("ACME.test", null, "RelyingPartyId")]
    [InlineData("10.0.0.7", null, "RelyingPartyId")]
    [InlineData("evil.test", null, "RelyingPartyId")]
    [InlineData("cme.test", null, "RelyingPartyId")]
    [InlineData("acme.test", "https://evil.test", "Origins")]
    [InlineData("acme.test", "https://notacme.test", "Origins")]
    [InlineData("acme.test", "https://acme.test/", "Origins")]
    [InlineData("acme.test", "acme.test", "Origins")]
    public void An_invalid_setting_is_named(string id, string? origins, string setting)
    {
        var read = () => Read("https://app.acme.test", id, origins);
        read.Should().Throw<InvalidOperationException>().WithMessage($"Auth__Passkeys__{setting} has to be*");
    }

    private static PasskeySettings Read(string issuer, string? id, string? origins) => PasskeySettings.Read(
        new ConfigurationManager { ["Auth:Passkeys:RelyingPartyId"] = id, ["Auth:Passkeys:Origins"] = origins }, issuer);
}
