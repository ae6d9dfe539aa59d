using System.Text;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>Hosts and targets that are long, and short enough for the server to parse: no error of ours comes of them.</summary>
[Trait("Requirement", "R225")]
public sealed class LongRequestTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const int LongTarget = 8_000;

    public static TheoryData<string> Paths =>
        ["/health/live", "/", "/docs", "/docs/events", "/openapi/v1.json", "/api/v1/me", "/api/v1/users", "/api/v1/events/stream", "/hubs/events", "/.well-known/openid-configuration", "/auth/signin", "/nowhere"];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_host_that_is_longer_than_a_name_can_be_is_refused(string path)
    {
        foreach (var host in new[] { new string('a', 300), $"{new string('a', 8_000)}.test", string.Concat(Enumerable.Repeat("a.", 10_000)) + "test:80" })
        {
            var answer = await Wire.SendRawAsync(api, Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: application/json\r\nConnection: close\r\n\r\n"));
            answer.ShouldBeError(400, "BAD_REQUEST").Text("message").Should().Be("The Host header is longer than a host and a port can be");
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_long_target_is_answered_like_any_other(string path)
    {
        foreach (var target in new[] { $"{path}?{new string('a', LongTarget)}", $"{path}?limit={new string('1', LongTarget)}", $"{path.TrimEnd('/')}/{new string('a', LongTarget)}" })
        {
            var answer = await Wire.SendAsync(api, $"GET {target} HTTP/1.1");
            answer.Status.Should().BeLessThan(500, answer.ToString());
        }
    }
}
