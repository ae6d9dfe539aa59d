using System.Text;
using Microsoft.Extensions.Logging;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>
/// Malformed and unusual HTTP. A message that the server cannot parse never becomes a request: Kestrel returns 400, 408, 414, 431 or 505 without a body and
/// closes the connection. Everything else gets the regular responses.
/// </summary>
public sealed class MalformedHttpTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Rest = "\r\nHost: api.test\r\nConnection: close\r\n\r\n";

    /// <summary>Messages that Kestrel rejects, with the status.</summary>
    public static TheoryData<string, int> Unparsable => new()
    {
        { "hello\r\n\r\n", 400 },
        { "GET\r\n\r\n", 400 },
        { "GET /health/live\r\n\r\n", 400 },
        { $"GET /health/live HTTP/1.1 x{Rest}", 400 },
        { $"G\u0000T /health/live HTTP/1.1{Rest}", 400 },
        { $"G(T /health/live HTTP/1.1{Rest}", 400 },
        { $"GET health/live HTTP/1.1{Rest}", 400 },
        { $"GET /health/live HTTP/9.9{Rest}", 505 },
        { $"GET /api/v1/users/usr_%00 HTTP/1.1{Rest}", 400 },
        { "GET /health/live HTTP/1.1\r\nConnection: close\r\n\r\n", 400 },
        { "GET /health/live HTTP/1.1\r\nHost: a.test\r\nHost: b.test\r\n\r\n", 400 },
        { "GET /health/live HTTP/1.1\r\nHost: a b\r\n\r\n", 400 },
        { "GET /health/live HTTP/1.1\r\nHost: %41\r\n\r\n", 400 },
        { "GET /health/live HTTP/1.1\r\nHost: api.test\r\nno colon\r\n\r\n", 400 },
        { "GET /health/live HTTP/1.1\r\nHost: api.test\r\nX-A : b\r\n\r\n", 400 },
        { "GET /health/live HTTP/1.1\r\nHost: api.test\r\nX-A: a\u0000b\r\n\r\n", 400 },
        { "GET /health/live HTTP/1.1\r\nHost: api.test\r\n folded: b\r\n\r\n", 400 },
        { "POST /api/auth/login HTTP/1.1\r\nHost: api.test\r\nContent-Length: -1\r\n\r\n", 400 },
        { "POST /api/auth/login HTTP/1.1\r\nHost: api.test\r\nContent-Length: 1x\r\n\r\n", 400 },
        { "POST /api/auth/login HTTP/1.1\r\nHost: api.test\r\nContent-Length: 99999999999999999999\r\n\r\n", 400 },
        { "POST /api/auth/login HTTP/1.1\r\nHost: api.test\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}", 400 },
        { "POST /api/auth/login HTTP/1.1\r\nHost: api.test\r\nTransfer-Encoding: gzip\r\n\r\n", 400 },
        { $"GET /{new string('a', 100_000)} HTTP/1.1{Rest}", 414 },
        { $"GET /health/live?{new string('a', 100_000)} HTTP/1.1{Rest}", 414 },
        { $"GET /health/live HTTP/1.1\r\nX-A: {new string('a', 100_000)}{Rest}", 431 },
        { $"GET /health/live HTTP/1.1\r\n{string.Concat(Enumerable.Repeat("X-A: b\r\n", 200))}Host: api.test\r\n\r\n", 431 },
    };

    [Theory]
    [MemberData(nameof(Unparsable))]
    public async Task A_malformed_request_gets_an_error_without_a_body(string message, int status)
    {
        var answer = await Wire.SendRawAsync(api, Encoding.Latin1.GetBytes(message));
        (answer.Status, answer.Body).Should().Be((status, ""));
        answer.Header("Server").Should().BeNull();
        await ShouldGoOnAsync();
    }

    [Theory]
    [Trait("Requirement", "R225")]
    [InlineData("FOO /api/v1/me HTTP/1.1", 405)]
    [InlineData("TRACE /api/v1/me HTTP/1.1", 405)]
    [InlineData("TRACE /health/live HTTP/1.1", 405)]
    [InlineData("get /api/v1/me HTTP/1.1", 405)]
    [InlineData("Get /health/live HTTP/1.1", 405)]
    [InlineData("head /health/live HTTP/1.1", 405)]
    [InlineData("post /api/auth/login HTTP/1.1", 405)]
    [InlineData("get /docs/index.html HTTP/1.1", 405)]
    [InlineData("DELETE /health/live HTTP/1.1", 405)]
    [InlineData("OPTIONS * HTTP/1.1", 405)]
    [InlineData("GET http://api.test/nowhere HTTP/1.1", 404)]
    [InlineData("GET //nowhere HTTP/1.1", 404)]
    [InlineData("GET /%2E%2E/%2E%2E/etc/passwd HTTP/1.1", 404)]
    [InlineData("GET /..%5C..%5Cappsettings.json HTTP/1.1", 404)]
    [InlineData("GET /docs/..%2F..%2Fappsettings.json HTTP/1.1", 404)]
    [InlineData("GET /appsettings.json HTTP/1.1", 404)]
    [InlineData("GET /nowhere%zz HTTP/1.1", 404)]
    [InlineData("GET /%FF%FE HTTP/1.1", 404)]
    [InlineData("GET /%F0%9F%98%80 HTTP/1.1", 404)]
    [InlineData("GET /docs/errors/%F0%9F%98%80 HTTP/1.1", 404)]
    public async Task An_unusual_request_gets_the_regular_response(string requestLine, int status)
    {
        var answer = await Wire.SendAsync(api, requestLine);
        answer.Status.Should().Be(status, answer.ToString());
        Envelope.Faults(answer).Should().BeEmpty();
        await ShouldGoOnAsync();
    }

    [Theory]
    [InlineData("GET /health/live HTTP/1.0\r\n\r\n")]
    [InlineData("GET /health/live HTTP/1.0\r\nHost: api.test\r\n\r\n")]
    [InlineData("GET http://other.test/health/live HTTP/1.1\r\nHost: other.test\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /docs/errors?%zz=%00 HTTP/1.1\r\nHost: api.test\r\nConnection: close\r\n\r\n")]
    [InlineData("\r\nGET /health/live HTTP/1.1\r\nHost: api.test\r\nConnection: close\r\n\r\n")]
    public async Task An_unusual_but_valid_request_succeeds(string message) =>
        (await Wire.SendRawAsync(api, Encoding.Latin1.GetBytes(message))).Status.Should().Be(200);

    [Theory]
    [Trait("Requirement", "R226")]
    [InlineData("User-Agent: caf\u00e9")]
    [InlineData("User-Agent: \u00ff\u0080")]
    [InlineData("X-Anything: \u00f0\u009f")]
    [InlineData("Accept-Language: \u00e9")]
    [InlineData("Cookie: a=\u00e9")]
    public async Task A_byte_that_is_no_text_in_a_header_is_opaque(string header)
    {
        foreach (var (path, status) in ((string, int)[])[("/health/live", 200), ("/api/v1/me", 401)])
        {
            var answer = await Wire.SendRawAsync(api, Encoding.Latin1.GetBytes($"GET {path} HTTP/1.1\r\nHost: api.test\r\nConnection: close\r\n{header}\r\n\r\n"));
            answer.Status.Should().Be(status);
            answer.RequestId.Should().StartWith("req_");
        }

        var signIn = await Wire.SendRawAsync(api, Encoding.Latin1.GetBytes(
            $"POST /api/auth/login HTTP/1.1\r\nHost: api.test\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 2\r\n{header}\r\n\r\n{{}}"));
        signIn.ShouldBeError(422, "VALIDATION_ERROR");
    }

    [Theory]
    [Trait("Requirement", "R57")]
    [InlineData("x\r\n{}\r\n0\r\n\r\n")]
    [InlineData("-1\r\n{}\r\n0\r\n\r\n")]
    [InlineData("ffffffffffffffff\r\n{}\r\n0\r\n\r\n")]
    [InlineData("2\r\n{}x\r\n0\r\n\r\n")]
    public async Task A_body_in_broken_chunks_is_malformed(string chunks)
    {
        var answer = await Wire.SendRawAsync(api, Encoding.Latin1.GetBytes(
            "POST /api/auth/login HTTP/1.1\r\nHost: api.test\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks));
        answer.ShouldBeError(400, "MALFORMED_REQUEST");
        await ShouldGoOnAsync();
    }

    [Fact]
    public async Task Content_Length_with_chunked_encoding_cannot_smuggle_a_request()
    {
        var answer = await Wire.SendRawAsync(api, Encoding.Latin1.GetBytes(
            "POST /api/auth/login HTTP/1.1\r\nHost: api.test\r\nContent-Type: application/json\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
            + "0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: api.test\r\n\r\n"));
        answer.Status.Should().Be(400);
        answer.Body.Should().NotContain("HTTP/1.1", "there is one answer");
        await ShouldGoOnAsync();
    }

    [Theory]
    [InlineData("api.test:99999999")]
    [InlineData("[::1]:80")]
    [InlineData("a_b.test")]
    public async Task An_unusual_host_gets_the_regular_response(string host)
    {
        var answer = await Wire.SendRawAsync(api, Encoding.UTF8.GetBytes($"GET /nowhere HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
        answer.ShouldBeError(404, "NOT_FOUND");
    }

    [Fact]
    [Trait("Requirement", "R136")]
    public async Task A_client_that_leaves_in_the_middle_is_no_error_of_ours()
    {
        await Wire.LeaveAsync(api, "POST /api/auth/login?probe=left HTTP/1.1\r\nHost: api.test\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"u8.ToArray());
        LogLine[] lines = [];
        await Probe.UntilAsync("the request is logged to its end", () => (lines = LinesOf("probe=left")).Length >= 1);
        lines.Should().NotContain(line => line.Level >= LogLevel.Error || line.Exception != null);
        await ShouldGoOnAsync();
    }

    [Fact]
    [Trait("Requirement", "R136")]
    public async Task A_client_that_leaves_while_its_refusal_is_written_is_no_error_of_ours()
    {
        // A refusal as large as they get, to a client that has gone.
        var fields = string.Join(',', Enumerable.Range(0, 100).Select(number => $"\"{new string('a', 10_000)}{number}\":1"));
        var body = Encoding.UTF8.GetBytes($"{{{fields}}}");
        var head = Encoding.UTF8.GetBytes($"POST /api/auth/login?probe=gone HTTP/1.1\r\nHost: api.test\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n");
        await Wire.LeaveAsync(api, [.. head, .. body]);
        LogLine[] lines = [];
        await Probe.UntilAsync("the request is logged to its end", () => (lines = LinesOf("probe=gone")).Length >= 1);
        lines.Should().NotContain(line => line.Level >= LogLevel.Error || line.Exception != null);
        await ShouldGoOnAsync();
    }

    private LogLine[] LinesOf(string part) =>
        api.Logs.Lines.FirstOrDefault(line => line.Message.Contains(part, StringComparison.Ordinal)) is { } first
            ? [.. api.Logs.Lines.Where(line => line.Message.Contains(first.Message.Split(' ')[2], StringComparison.Ordinal))]
            : [];

    private async Task ShouldGoOnAsync()
    {
        using var client = api.Anonymous;
        (await client.AnswerAsync("GET", "/health/live")).Status.Should().Be(200);
    }
}
