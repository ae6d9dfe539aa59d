using Microsoft.Extensions.Logging;

namespace CleanApi.WebApi.UnitTests.Edge;

public sealed class LogTests(EdgeHost host) : EdgeTest(host)
{
    [Fact]
    [Trait("Requirement", "R179")]
    [Trait("Requirement", "R180")]
    [Trait("Requirement", "R183")]
    public async Task Contain_the_start_and_the_end_of_a_request_without_its_secrets()
    {
        var lines = await Lines(
            "/edge/users?search=ada%40acme.test&token=sesame",
            ("User-Agent", "probe/1.0"), ("Authorization", "Bearer sesame"), ("Cookie", "access_token=sesame"));

        lines.Should().HaveCount(2);
        lines[0].Level.Should().Be(LogLevel.Debug);
        lines[0].Text.Should().StartWith("Request started req_").And.ContainAll(" GET /edge/users?search=***&token=*** ", "127.0.0.1", "probe/1.0");
        lines[1].Level.Should().Be(LogLevel.Warning);
        lines[1].Text.Should().MatchRegex("^Request completed req_[0-9a-z]{26} 422 VALIDATION_ERROR in [0-9.]+ ms: GET /edge/users")
            .And.ContainAll("?search=***&token=*** ", "127.0.0.1", "probe/1.0");
        Host.Log.Entries.Should().NotContain(entry => entry.Text.Contains("sesame", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "R136")]
    public async Task Warn_of_client_errors()
    {
        var end = (await Lines("/edge/conflict"))[^1];

        end.Level.Should().Be(LogLevel.Warning);
        end.Text.Should().MatchRegex("^Request completed req_[0-9a-z]{26} 409 CONFLICT in [0-9.]+ ms: GET /edge/conflict ");
        end.Exception.Should().BeNull();
    }

    [Fact]
    [Trait("Requirement", "R136")]
    [Trait("Requirement", "R143")]
    [Trait("Requirement", "R182")]
    public async Task Contain_the_exception_of_server_errors()
    {
        var end = (await Lines("/edge/unexpected"))[^1];

        end.Level.Should().Be(LogLevel.Error);
        end.Text.Should().MatchRegex("^Request failed req_[0-9a-z]{26} 500 INTERNAL_ERROR in [0-9.]+ ms: GET /edge/unexpected ");
        end.Exception!.ToString().Should().StartWith("System.InvalidOperationException").And.Contain("Unexpected");
    }

    private async Task<IReadOnlyList<(LogLevel Level, string Text, Exception? Exception)>> Lines(string path, params (string Name, string Value)[] headers)
    {
        var id = (await Send("GET", path, headers: headers)).Headers.GetValues("X-Request-ID").Single();
        var found = Of(id);
        // The last line is written after the response was sent.
        SpinWait.SpinUntil(() => (found = Of(id)).Count >= 2, TimeSpan.FromSeconds(10));
        return found;
    }

    private IReadOnlyList<(LogLevel Level, string Text, Exception? Exception)> Of(string id) =>
        [.. Host.Log.Entries.Where(entry => entry.Text.StartsWith("Request ", StringComparison.Ordinal) && entry.Text.Contains(id, StringComparison.Ordinal))];
}
