using System.Text.Json;
using CleanApi.WebApi.IntegrationTests.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;

namespace CleanApi.WebApi.IntegrationTests.Telemetry;

/// <summary>Traces, metrics and logs leave for another system: they tell what was done, and nothing of whom it was done for.</summary>
public sealed class TracePrivacyTests(TelemetryApi api) : IClassFixture<TelemetryApi>
{
    private const string Email = "grace.hopper@navy.test";
    private const string Name = "Grace Brewster Hopper";
    private const string NewPassword = "Nanosec0nds of w1re";
    private const string WrongPassword = "Never the r1ght one";

    private readonly List<ReceivedSpan> spans = [];

    [Fact]
    [Trait("Requirement", "R256")]
    public async Task No_span_metric_or_log_of_a_sign_in_a_search_a_creation_or_a_password_reset_holds_what_is_of_a_person_or_secret()
    {
        var login = await SendAsync(null, HttpMethod.Post, "/api/auth/login", new { email = ApiFixture.Admin, password = ApiFixture.Password });
        var (access, refresh) = (Text(login, "accessToken"), Text(login, "refreshToken"));
        await SendAsync(null, HttpMethod.Post, "/api/auth/login", new { email = ApiFixture.Member, password = WrongPassword });
        await SendAsync(null, HttpMethod.Post, "/api/auth/login?hint=" + Uri.EscapeDataString(ApiFixture.Member), new { email = ApiFixture.Member }, TelemetryApi.Server);
        var refreshed = Text(await SendAsync(null, HttpMethod.Post, "/api/auth/refresh", new { refreshToken = refresh }), "accessToken");
        await SendAsync(refreshed, HttpMethod.Post, "/api/v1/users", new { email = Email, name = Name });
        await api.GiveAccountAsync(Email);
        await SendAsync(refreshed, HttpMethod.Get, "/api/v1/users?search=Brewster&limit=5");
        await SendAsync(null, HttpMethod.Post, "/api/auth/forgot-password", new { email = Email });
        var mail = await api.MailAsync(Email, "Set another password");
        await SendAsync(null, HttpMethod.Get, new Uri(mail.Link).PathAndQuery, scope: TelemetryApi.Server);
        await SendAsync(null, HttpMethod.Post, "/api/auth/reset-password", new { token = mail.Token, password = NewPassword });
        (await api.ScalarAsync<bool>($"select password_changed_at > created_at from access.accounts where email = '{Email}'")).Should().BeTrue("all of it was done");

        // Names of spans and statements are there; letters may have been lowered for a search, and signs escaped in an address.
        api.Services.GetRequiredService<MeterProvider>().ForceFlush();
        await Probe.UntilAsync("the last line of log has arrived", () =>
        {
            api.Services.GetRequiredService<LoggerProvider>().ForceFlush();
            return api.Receiver.MetricsAndLogs.Contains("POST /api/auth/reset-password", StringComparison.Ordinal);
        });
        // Not all spans: the test's own SQL is traced in the same process.
        var told = string.Concat([.. spans.Select(span => span.Content), api.Receiver.MetricsAndLogs]).ToLowerInvariant();
        told.Should().ContainAll("resetpassword", "createuser", "listusers", "select", "cleanapi.use_case.duration", "request completed");
        foreach (var secret in new[]
        {
            ApiFixture.Admin, ApiFixture.Member, Email, Name, "Brewster", ApiFixture.Password, WrongPassword, NewPassword, mail.Token,
            access, access.Split('.')[2], refreshed, refreshed.Split('.')[2], refresh,
        })
        {
            (told.Contains(secret.ToLowerInvariant(), StringComparison.Ordinal) || told.Contains(Uri.EscapeDataString(secret).ToLowerInvariant(), StringComparison.Ordinal))
                .Should().BeFalse("{0} is a person's or a secret", secret);
        }
    }

    [Theory]
    [InlineData("/api/v1/users/victim@secret.test/posts", "probe/1.0")]
    [InlineData("/api/v1/users/victim%40secret.test/posts", "probe/1.0")]
    [InlineData("/x?victim@secret.test", "probe/1.0")]
    [InlineData("/x?victim%40secret.test&limit=1", "probe/1.0")]
    [InlineData("/x?victim@secret.test=victim@secret.test", "probe/1.0")]
    [InlineData("/tok_victim0123456789", "probe/1.0")]
    [InlineData("/x", "probe/1.0 (+mailto:victim@secret.test)")]
    [InlineData("/x", "Bearer victim.secret.test")]
    [InlineData("/x", "tok_victim0123456789")]
    public async Task No_span_holds_an_address_or_a_secret_that_a_client_puts_into_path_query_or_user_agent(string path, string userAgent)
    {
        var (sent, _) = await api.TraceAsync(null, HttpMethod.Get, path, scope: TelemetryApi.Server, userAgent: userAgent);

        var span = sent.Should().ContainSingle(span => span.Scope == TelemetryApi.Server).Subject;
        span.Content.Should().ContainAll("url.path", "user_agent.original").And.NotContain("victim");
    }

    private static string Text(string json, string attribute)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("data").GetProperty("attributes").GetProperty(attribute).GetString()!;
    }

    private async Task<string> SendAsync(string? token, HttpMethod method, string path, object? body = null, string scope = "Npgsql")
    {
        var (sent, response) = await api.TraceAsync(token, method, path, body, scope);
        spans.AddRange(sent);
        return response;
    }
}
