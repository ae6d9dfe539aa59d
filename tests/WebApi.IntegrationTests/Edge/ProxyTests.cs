using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Edge;

/// <summary>What a configured proxy says of the client is believed, as far as it has seen it itself.</summary>
public sealed class ProxyTests(EdgeApi api) : IClassFixture<EdgeApi>
{
    [Theory]
    [Trait("Requirement", "R161")]
    [InlineData("203.0.113.9", "203.0.113.9")]
    [InlineData("198.51.100.1, 203.0.113.9", "203.0.113.9")]
    [InlineData("2001:db8::7", "2001:db8::7")]
    [InlineData("nobody", "127.0.0.1")]
    public async Task The_address_is_the_one_that_the_proxy_has_seen(string forwarded, string address)
    {
        using var client = api.Anonymous;
        var answer = await client.AnswerAsync("GET", "/api/v1/me", ("X-Forwarded-For", forwarded), ("X-Forwarded-Host", "evil.test"));

        answer.Status.Should().Be(401);
        await Probe.UntilAsync("it is logged", () => api.Logs.Lines.Any(line => line.Message.Contains(answer.RequestId, StringComparison.Ordinal)));
        api.Logs.Lines.Single(line => line.Message.Contains(answer.RequestId, StringComparison.Ordinal)).Message.Should().MatchRegex($" from (::ffff:)?{address} with ");
    }
}
