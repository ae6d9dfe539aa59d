using System.Text.RegularExpressions;
using CleanApi.Domain.Errors;
using Microsoft.Extensions.Logging;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>What the API logs and what it must not log.</summary>
public sealed partial class LogTests(FailingApi api) : IClassFixture<FailingApi>
{
    private const string WrongPassword = "Wr0ng!sesame";

    [Fact]
    [Trait("Requirement", "R179")]
    [Trait("Requirement", "R180")]
    public async Task A_request_is_logged_when_it_is_done_in_one_line()
    {
        using var client = await api.ClientAsync(ApiFixture.Member);
        var lines = await LinesAsync(await client.AnswerAsync("GET", "/api/v1/users?limit=1&search=ada", ("User-Agent", "probe/1.0 (test)")));
        var line = lines.Should().ContainSingle().Which;
        line.Level.Should().Be(LogLevel.Information);
        line.Message.Should().MatchRegex(
            @"^Request completed req_[0-9a-z]{26} 200 in [0-9.]+ ms: GET /api/v1/users\?limit=1&search=\*\*\* from (::ffff:)?127\.0\.0\.1 with probe/1\.0 \(test\)");
    }

    [Fact]
    [Trait("Requirement", "R180")]
    public async Task The_line_names_route_actor_and_organization()
    {
        var user = await api.UserIdAsync(ApiFixture.Member);
        using var client = await api.ClientAsync(ApiFixture.Member);
        var organization = (await client.AnswerAsync("GET", "/api/v1/organization")).Json.Text("data.id");

        (await LinesAsync(await client.AnswerAsync("GET", $"/api/v1/users/{user}")))[^1].Message
            .Should().EndWith($"; api/v1/users/{{id}} by user {user} of {organization}");
        using var anonymous = api.Anonymous;
        (await LinesAsync(await anonymous.AnswerAsync("GET", "/api/v1/nowhere")))[^1].Message.Should().EndWith("; - by anonymous - of -");
    }

    [Theory]
    [Trait("Requirement", "R136")]
    [InlineData(nameof(ServiceUnavailableError), "InvalidDataException: sesame")]
    [InlineData("out of reach", "NpgsqlException: connect sesame <- IOException: reset")]
    [InlineData(nameof(UpstreamError), "InvalidDataException: sesame")]
    public async Task An_expected_failure_is_told_with_its_cause_and_without_a_stack(string name, string cause)
    {
        using var client = api.Anonymous;
        var line = (await LinesAsync(await client.AnswerAsync("GET", $"{FailuresController.Path}/{Uri.EscapeDataString(name)}")))[^1];
        line.Exception.Should().BeNull();
        line.Message.Should().Contain($"({cause})");
    }

    [Fact]
    [Trait("Requirement", "R136")]
    public async Task A_flood_of_one_refusal_does_not_fill_the_log()
    {
        using var client = api.Anonymous;
        List<string> sent = [];
        for (var number = 0; number < 30; number++)
        {
            sent.Add((await client.AnswerAsync("GET", $"{FailuresController.Path}/{nameof(RateLimitError)}")).RequestId);
        }

        // What is told of a later request is told after what was told of these.
        await LinesAsync(await client.AnswerAsync("GET", "/api/v1/nowhere"));
        api.Logs.Lines.Count(line => sent.Exists(id => line.Message.Contains(id, StringComparison.Ordinal))).Should().Be(10);
    }

    [Theory]
    [Trait("Requirement", "R136")]
    [InlineData("404 resource", LogLevel.Warning, "404 NOT_FOUND")]
    [InlineData("401", LogLevel.Warning, "401 AUTHENTICATION_ERROR")]
    [InlineData("403", LogLevel.Warning, "403 AUTHORIZATION_ERROR")]
    [InlineData("422", LogLevel.Warning, "422 VALIDATION_ERROR")]
    [InlineData("500", LogLevel.Error, "500 INTERNAL_ERROR")]
    [InlineData("503", LogLevel.Error, "503 SERVICE_UNAVAILABLE")]
    [InlineData("304", LogLevel.Information, "304")]
    public async Task The_level_distinguishes_client_and_server_errors(string kind, LogLevel level, string outcome)
    {
        var line = (await LinesAsync(await ResponseKinds.GetAsync(api, kind)))[^1];
        (line.Level, line.Message.Contains($" {outcome} ", StringComparison.Ordinal)).Should().Be((level, true), line.Message);
    }

    [Fact]
    [Trait("Requirement", "R183")]
    public async Task No_line_holds_a_password_a_token_a_cookie_or_a_whole_address()
    {
        using var client = api.Anonymous;
        var session = await client.AnswerAsync("POST", "/api/auth/login", Credentials(ApiFixture.Password));
        session.Status.Should().Be(200);
        var (access, refresh) = (session.Json.Text("data.attributes.accessToken")!, session.Json.Text("data.attributes.refreshToken")!);
        Answer[] answers =
        [
            session,
            await client.AnswerAsync("POST", "/api/auth/login", Credentials(WrongPassword)),
            await client.AnswerAsync("POST", "/api/auth/login", $"{{\"email\":\"{ApiFixture.Member}\",\"password\":\"{WrongPassword}\"", ("User-Agent", ApiFixture.Member)),
            await client.AnswerAsync("POST", "/api/auth/refresh", $$"""{"refreshToken":"{{refresh}}"}"""),
            await client.AnswerAsync("POST", "/api/auth/refresh", $$"""{"refreshToken":"{{WrongPassword}}"}"""),
            await client.AnswerAsync("GET", "/api/v1/me", ("Authorization", $"Bearer {access}")),
            await client.AnswerAsync("GET", "/api/v1/me", ("Authorization", $"Bearer {access}x")),
            await client.AnswerAsync("GET", "/api/v1/me", ("Authorization", $"Basic {WrongPassword}")),
            await client.AnswerAsync("GET", "/api/v1/me", ("Cookie", $"access_token={access}; refresh_token={refresh}")),
            await client.AnswerAsync("PATCH", "/api/v1/me", "{}", ("Cookie", $"access_token={access}"), ("Origin", "http://evil.test")),
            await client.AnswerAsync("GET", $"/api/v1/users?access_token={access}&token={refresh}&password={WrongPassword}&search={ApiFixture.Member}&cursor={refresh}"),
            await client.AnswerAsync("GET", $"/api/v1/users/{ApiFixture.Member}", ("Referer", $"http://x.test/?token={access}")),
            await client.AnswerAsync("GET", $"/api/v1/users/{access}", ("User-Agent", $"Bearer {access}")),
            await client.AnswerAsync("GET", $"{FailuresController.Path}/unexpected?code={refresh}", ("Authorization", $"Bearer {access}"), ("Cookie", $"access_token={access}")),
        ];
        foreach (var answer in answers)
        {
            await LinesAsync(answer);
        }

        string[] secrets = [ApiFixture.Password, WrongPassword, access, refresh, access.Split('.')[2], ApiFixture.Member];
        api.Logs.Lines.Where(line => secrets.Any(secret => $"{line.Message} {line.Exception}".Contains(secret, StringComparison.OrdinalIgnoreCase)))
            .Select(line => line.Message).Should().BeEmpty();
        api.Logs.Lines.Where(line => WholeAddress().IsMatch(line.Message)).Select(line => line.Message).Should().BeEmpty();
    }

    [Theory]
    [Trait("Requirement", "R183")]
    [InlineData("%0d%0aRequest%20completed%20req_0%20200")]
    [InlineData("%1b%5b31m")]
    [InlineData("%e2%80%ae")]
    [InlineData("%e2%80%a8")]
    [InlineData("%c2%85")]
    public async Task Input_cannot_forge_or_reorder_lines(string value)
    {
        using var client = api.Anonymous;
        foreach (var line in await LinesAsync(await client.AnswerAsync("GET", $"/nowhere/{value}?x={value}")))
        {
            line.Message.Should().NotMatchRegex(@"[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]");
        }
    }

    private static string Credentials(string password) => $$"""{"email":"{{ApiFixture.Member}}","password":"{{password}}"}""";

    private async Task<IReadOnlyList<LogLine>> LinesAsync(Answer answer)
    {
        IReadOnlyList<LogLine> lines = [];
        // The last line is written after the response was sent.
        await Probe.UntilAsync($"{answer.RequestId} is logged to its end", () =>
        {
            lines = [.. api.Logs.Lines.Where(line => line.Message.StartsWith("Request ", StringComparison.Ordinal) && line.Message.Contains(answer.RequestId, StringComparison.Ordinal))];
            return lines.Count >= 1;
        });
        return lines;
    }

    [GeneratedRegex(@"[a-z0-9.]{2,}@(acme|globex)\.test", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex WholeAddress();
}
