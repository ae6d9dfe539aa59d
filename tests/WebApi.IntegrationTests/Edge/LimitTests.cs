using System.Text;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Edge;

/// <summary>The limits that an operator sets.</summary>
public sealed class LimitTests(EdgeApi api) : IClassFixture<EdgeApi>
{
    [Fact]
    public async Task A_body_beyond_the_limit_gets_the_envelope()
    {
        using var client = api.Anonymous;
        (await client.AnswerAsync("POST", "/api/auth/login", $$"""{"email":"{{new string('a', 1000)}}"}""")).ShouldBeError(413, "PAYLOAD_TOO_LARGE");
        (await client.AnswerAsync("POST", "/api/auth/login", $$"""{"email":"{{new string('a', 900)}}"}""")).Status.Should().Be(422);
    }

    [Theory]
    [InlineData("GET /{0} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 600, 414)]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: {0}\r\n\r\n", 4000, 431)]
    public async Task An_address_or_headers_beyond_it_get_a_status_alone(string message, int length, int status)
    {
        var answer = await Wire.SendRawAsync(api, Encoding.ASCII.GetBytes(message.Replace("{0}", new string('a', length), StringComparison.Ordinal)));
        (answer.Status, answer.Body).Should().Be((status, ""));
    }
}
