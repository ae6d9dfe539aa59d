using Microsoft.Extensions.Logging;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>A query that takes long is told, with what it was for.</summary>
public sealed class SlowQueryTests(SlowQueryApi api) : IClassFixture<SlowQueryApi>
{
    [Fact]
    [Trait("Requirement", "R183")]
    public async Task A_slow_query_is_a_warning_with_its_route_and_without_its_parameters()
    {
        using var client = await api.ClientAsync(ApiFixture.Admin);
        await using var connection = await api.Owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var hold = connection.CreateCommand();
        hold.CommandText = "lock table users.users in access exclusive mode";
        await hold.ExecuteNonQueryAsync();
        var asking = client.AnswerAsync("GET", "/api/v1/users?search=sesame");
        await Probe.UntilAsync("the query has waited", () => api.ScalarAsync<bool>(
            "select exists (select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database() and clock_timestamp() - query_start > interval '20 ms')"));
        await transaction.RollbackAsync();
        var answer = await asking;
        answer.Status.Should().Be(200);

        var line = api.Logs.Lines.Where(line => line.Message.StartsWith("A query has taken ", StringComparison.Ordinal) && line.Message.Contains(answer.RequestId, StringComparison.Ordinal))
            .Should().ContainSingle().Which;
        line.Level.Should().Be(LogLevel.Warning);
        line.Message.Should().MatchRegex(@"^A query has taken \d+ ms in GET api/v1/users, request req_").And.Contain("FROM users.users").And.NotContain("sesame");
        api.Logs.Lines.Where(one => one.Message.StartsWith("A query has taken ", StringComparison.Ordinal)).Should().OnlyContain(one => !one.Message.Contains("sesame", StringComparison.Ordinal));
    }
}
