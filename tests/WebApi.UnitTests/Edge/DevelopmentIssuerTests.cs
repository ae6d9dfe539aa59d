using CleanApi.WebApi.Common;
using Microsoft.Extensions.Configuration;

namespace CleanApi.WebApi.UnitTests.Edge;

public sealed class DevelopmentIssuerTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8080", null, "http://127.0.0.1:8080")]
    [InlineData("http://localhost:8080/", null, "http://localhost:8080")]
    [InlineData("http://0.0.0.0:8080;http://127.0.0.1:8081", null, "http://127.0.0.1:8081")]
    [InlineData("http://127.0.0.1:8080", "https://api.acme.test", "https://api.acme.test")]
    [InlineData("http://127.0.0.1:0", null, null)]
    [InlineData("http://*:8080", null, null)]
    [InlineData("http://0.0.0.0:8080", null, null)]
    [InlineData(null, null, null)]
    public void The_issuer_is_the_loopback_address_that_is_listened_on_unless_it_is_set(string? urls, string? issuer, string? expected)
    {
        var configuration = new ConfigurationManager { ["Urls"] = urls, ["Auth:Issuer"] = issuer };

        DevelopmentIssuer.Derive(configuration);

        configuration["Auth:Issuer"].Should().Be(expected);
    }
}
