using CleanApi.WebApi.IntegrationTests.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CleanApi.WebApi.IntegrationTests.Overload;

/// <summary>A request that takes longer than it may.</summary>
[Trait("Requirement", "R66")]
public sealed class RequestTimeoutTests(HurriedApi api) : IClassFixture<HurriedApi>
{
    [Theory]
    [InlineData("GET", "/api/v1/users", null)]
    [InlineData("PATCH", "/api/v1/me", """{"bio":"Hello"}""")]
    public async Task A_request_that_takes_too_long_gets_503_and_its_statement_ends(string method, string path, string? json)
    {
        using var member = await api.ClientAsync(ApiFixture.Member);
        await using var holder = await api.Owner.OpenConnectionAsync();
        await using var transaction = await holder.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("lock table users.users in access exclusive mode", holder);
        await hold.ExecuteNonQueryAsync();

        var answer = json is null ? await member.AnswerAsync(method, path) : await member.AnswerAsync(method, path, json);

        answer.ShouldBeError(503, "SERVICE_UNAVAILABLE");
        answer.Header("Retry-After").Should().MatchRegex("^[1-9][0-9]*$");
        await Probe.UntilAsync("the statement has ended, and the lock is held as before", async () => await api.ScalarAsync<long>(
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") == 0);
        api.Logs.Lines.Should().NotContain(line => line.Message.Contains("Timeout exception", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_answered_from_memory_has_no_limit_for_slow_readers() =>
        api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<DisableRequestTimeoutAttribute>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText).Should().BeEquivalentTo(
                "/health/live", "/health/ready", "/auth/assets/{file}", "/docs/docs.css", "/docs/errors", "/docs/errors/{code}",
                "/docs/swagger-ui-bundle.js", "/docs/swagger-ui.css", "/openapi/v1.json", "/docs/events", "/docs/events/{file}",
                // What is open as long as the client likes.
                "api/v1/events/stream", "/hubs/events", "/hubs/events/negotiate");
}
