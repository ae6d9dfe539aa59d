using System.Text;
using Microsoft.Extensions.Logging;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>Who may send requests cannot fill the log: one line of at most 2 KB each, whatever a request carries.</summary>
public sealed class LogVolumeTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const int MaxLine = 1900;

    private static readonly string Long = new('ä', 200_000);

    /// <summary>What strangers send: method, path, body, header and its value.</summary>
    public static TheoryData<string, string, string?, string?, string?> Anonymous => new()
    {
        { "GET", "/nowhere/" + new string('a', 6000), null, "User-Agent", new string('b', 6000) },
        { "GET", "/api/v1/me", null, "Authorization", "Bearer " + new string('a', 6000) },
        { "GET", "/api/v1/me?" + new string('a', 6000), null, "Cookie", "access_token=" + new string('a', 6000) },
        { "POST", "/api/auth/login", $$"""{"email":"{{Long}}","password":"{{Long}}"}""", null, null },
        { "POST", "/api/auth/login", $$"""{"{{Long}}":1}""", null, null },
        { "POST", "/api/auth/login", Long, "Content-Type", new string('a', 6000) },
        { "POST", "/api/auth/refresh", """{"refreshToken":"rt_nothing"}""", "Origin", "http://evil.test" },
        { "GET", "/api/auth/external/nobody/callback?error=" + new string('a', 6000), null, null, null },
        { "POST", "/auth/signin", "email=x&password=y", "Content-Type", "application/x-www-form-urlencoded" },
    };

    [Theory]
    [MemberData(nameof(Anonymous))]
    [Trait("Requirement", "R183")]
    public async Task A_request_of_a_stranger_writes_one_short_line(string method, string path, string? body, string? header, string? value)
    {
        using var client = api.Anonymous;
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = body is null ? null : Calls.Content(Encoding.UTF8.GetBytes(body), header == "Content-Type" ? value : "application/json");
        if (header is not null and not "Content-Type")
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        await ShouldWriteOneLineAsync(await client.AnswerAsync(request));
    }

    [Fact]
    [Trait("Requirement", "R136")]
    public async Task A_token_whose_session_has_ended_is_one_warning()
    {
        var token = await api.SignInAsync(ApiFixture.Viewer);
        using var client = api.CreateClient(token);
        (await client.AnswerAsync("POST", "/api/auth/logout")).Status.Should().Be(204);

        var line = await ShouldWriteOneLineAsync(await client.AnswerAsync("GET", "/api/v1/me"));
        line.Level.Should().Be(LogLevel.Warning);
        line.Message.Should().Contain(" 401 AUTHENTICATION_ERROR ");
        line.Exception.Should().BeNull();
    }

    [Theory]
    [Trait("Requirement", "R183")]
    [InlineData("x\\ninfo: FORGED")]
    [InlineData(null)]
    public async Task What_a_passkey_says_of_itself_is_not_logged(string? type)
    {
        using var client = api.Anonymous;
        var token = (await client.AnswerAsync("POST", "/api/auth/passkeys/options", "{}")).Json.Text("data.attributes.token")!;

        var line = await ShouldWriteOneLineAsync(await client.AnswerAsync("POST", "/api/auth/passkeys/verify", Passkey(token, type ?? Long)));
        line.Message.Should().Contain(" 401 ").And.NotContain("FORGED");
    }

    private static string Passkey(string token, string type) =>
        """{"token":"TOKEN","credential":{"id":"AA","rawId":"AA","type":"TYPE","response":{"clientDataJSON":"AA","authenticatorData":"AA","signature":"AA"},"clientExtensionResults":{}}}"""
            .Replace("TOKEN", token, StringComparison.Ordinal).Replace("TYPE", type, StringComparison.Ordinal);

    private async Task<LogLine> ShouldWriteOneLineAsync(Answer answer)
    {
        LogLine? last = null;
        await Probe.UntilAsync("the request is logged", () =>
            (last = api.Logs.Lines.FirstOrDefault(line => line.Message.Contains(answer.RequestId, StringComparison.Ordinal))) is not null);
        var lines = api.Logs.Lines.Where(line => line.TraceId is not null && line.TraceId == last!.TraceId).ToList();
        lines.Select(line => $"{line.Category}: {line.Message}").Should().ContainSingle();
        Encoding.UTF8.GetByteCount(lines[0].Message).Should().BeLessThan(MaxLine);
        lines[0].Message.Should().NotMatchRegex(@"[\u0000-\u001f\u007f-\u009f\u2028\u2029]");
        return lines[0];
    }
}
