using CleanApi.Infrastructure.Settings;
using CleanApi.WebApi.Edge;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;

namespace CleanApi.WebApi.UnitTests.Edge;

public sealed class EdgeSettingsTests
{
    [Theory]
    [InlineData("https://app.acme.test/")]
    [InlineData("https://app.acme.test/path")]
    [InlineData("https://user@app.acme.test")]
    [InlineData("https://*.acme.test")]
    [InlineData("HTTPS://APP.acme.test")]
    [InlineData("app.acme.test")]
    [InlineData("null")]
    [InlineData("*, https://app.acme.test")]
    public void An_origin_is_scheme_host_and_port_or_everybody_is_meant(string origins) => Reading("Cors:AllowedOrigins", origins, CorsSettings.Read)
        .Should().Throw<StartException>().WithMessage("Cors__AllowedOrigins has to be*");

    [Fact]
    public void Everybody_may_use_no_cookies()
    {
        var settings = CorsSettings.Read(new ConfigurationManager { ["Cors:AllowedOrigins"] = "*" });
        (settings.IsOn, settings.IsAny, settings.Trusts("*"), settings.Trusts("https://app.acme.test")).Should().Be((true, true, false, false));
        CorsSettings.Read(new ConfigurationManager()).IsOn.Should().BeFalse();
    }

    [Theory]
    [InlineData("ForwardedHeaders:KnownProxies", "proxy")]
    [InlineData("ForwardedHeaders:KnownProxies", "10.0.0.0/8")]
    [InlineData("ForwardedHeaders:KnownNetworks", "10.0.0.7")]
    [InlineData("ForwardedHeaders:KnownNetworks", "10.0.0.0/33")]
    [InlineData("ForwardedHeaders:Limit", "0")]
    public void A_proxy_is_an_address_and_a_network_one_in_CIDR_notation(string key, string value) => Reading(key, value, ProxySettings.Read)
        .Should().Throw<StartException>().WithMessage($"{key.Replace(":", "__", StringComparison.Ordinal)} has to be*");

    [Fact]
    public void Limits_have_the_server_s_names()
    {
        var limits = new KestrelServerLimits();
        HostLimits.Apply(limits, new ConfigurationManager
        {
            ["Kestrel:Limits:MaxConcurrentConnections"] = "100",
            ["Kestrel:Limits:RequestHeadersTimeout"] = "00:00:10",
            ["Kestrel:Limits:Http2:MaxStreamsPerConnection"] = "20",
            ["Kestrel:Limits:MinResponseDataRate:BytesPerSecond"] = "1000",
            ["Kestrel:Limits:MinResponseDataRate:GracePeriod"] = "00:00:10",
        });

        (limits.MaxConcurrentConnections, limits.RequestHeadersTimeout, limits.Http2.MaxStreamsPerConnection).Should().Be((100, TimeSpan.FromSeconds(10), 20));
        (limits.MinResponseDataRate!.BytesPerSecond, limits.MinResponseDataRate.GracePeriod).Should().Be((1000, TimeSpan.FromSeconds(10)));
        limits.MinRequestBodyDataRate!.BytesPerSecond.Should().Be(new KestrelServerLimits().MinRequestBodyDataRate!.BytesPerSecond);
    }

    [Fact]
    public void A_client_has_to_read_faster_than_the_server_s_own_limit_says()
    {
        var limits = new KestrelServerLimits();
        HostLimits.Apply(limits, new ConfigurationManager());

        limits.MinResponseDataRate!.BytesPerSecond.Should().Be(4096).And.BeGreaterThan(new KestrelServerLimits().MinResponseDataRate!.BytesPerSecond);
    }

    private static Action Reading<T>(string key, string value, Func<IConfiguration, T> read) => () => read(new ConfigurationManager { [key] = value });
}
