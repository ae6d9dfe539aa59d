using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>The database becomes unreachable while the API runs, and recovers.</summary>
public sealed class OutageTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    [Trait("Requirement", "R66")]
    [Trait("Requirement", "R140")]
    [Trait("Requirement", "R142")]
    public async Task The_API_is_unavailable_while_the_database_is_down_and_recovers()
    {
        using var member = await api.ClientAsync(ApiFixture.Member);
        (await member.AnswerAsync("GET", "/api/v1/users")).Status.Should().Be(200);
        var connection = new NpgsqlConnectionStringBuilder(api.Services.GetRequiredService<IConfiguration>()["ConnectionStrings:CleanApi"]);
        await using var server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await SetReachableAsync(server, connection.Database!, isReachable: false);
        try
        {
            await ShouldBeUnavailableAsync(member);
        }
        finally
        {
            await SetReachableAsync(server, connection.Database!, isReachable: true);
        }

        await Probe.UntilAsync("the program is ready again", async () => (await member.AnswerAsync("GET", "/health/ready")).Status == 200);
        (await member.AnswerAsync("GET", "/api/v1/users")).Status.Should().Be(200);
        (await api.SignInAsync(ApiFixture.Viewer)).Should().NotBeEmpty();
    }

    [Fact]
    public async Task Whoever_leaves_takes_their_statement_along()
    {
        using var member = await api.ClientAsync(ApiFixture.Member);
        await using var holder = await api.Owner.OpenConnectionAsync();
        await using var transaction = await holder.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("lock table users.users in access exclusive mode", holder);
        await hold.ExecuteNonQueryAsync();
        using var leaving = new CancellationTokenSource();
        var request = member.GetAsync("/api/v1/users", leaving.Token);
        await Probe.UntilAsync("the statement waits for the lock", async () => await WaitingAsync() == 1);

        await leaving.CancelAsync();

        await FluentActions.Awaiting(() => request).Should().ThrowAsync<OperationCanceledException>();
        await Probe.UntilAsync("the statement has ended, and the lock is held as before", async () => await WaitingAsync() == 0);
        await Probe.UntilAsync("it is the client's doing", () => api.Logs.Lines.Any(line => line.Message.Contains(" 499 in ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whoever_waits_too_long_for_a_lock_gets_503()
    {
        using var member = await api.ClientAsync(ApiFixture.Member);
        await using var holder = await api.Owner.OpenConnectionAsync();
        await using var transaction = await holder.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("lock table users.users in access exclusive mode", holder);
        await hold.ExecuteNonQueryAsync();

        ShouldBeUnavailable(await member.AnswerAsync("GET", "/api/v1/users"));
    }

    private Task<long> WaitingAsync() => api.ScalarAsync<long>("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");

    private static async Task ShouldBeUnavailableAsync(HttpClient member)
    {
        // More often than there are pooled connections: first those are broken, then no new one can be opened.
        for (var i = 0; i < 20; i++)
        {
            ShouldBeUnavailable(await member.AnswerAsync("GET", "/api/v1/users"));
        }

        ShouldBeUnavailable(await member.AnswerAsync("PATCH", "/api/v1/me", """{"bio":"Hello"}"""));
        ShouldBeUnavailable(await member.AnswerAsync("POST", "/api/auth/login", $$"""{"email":"{{ApiFixture.Member}}","password":"{{ApiFixture.Password}}"}"""));
        ShouldBeUnavailable(await member.AnswerAsync("GET", "/health/ready"));
        (await member.AnswerAsync("GET", "/health/live")).Status.Should().Be(200);
        (await member.AnswerAsync("GET", "/openapi/v1.json")).Status.Should().Be(200);
    }

    private static void ShouldBeUnavailable(Answer answer)
    {
        answer.ShouldBeError(503, "SERVICE_UNAVAILABLE");
        answer.Header("Retry-After").Should().MatchRegex("^[1-9][0-9]*$");
        answer.Body.Should().NotContain("postgres");
    }

    private static async Task SetReachableAsync(NpgsqlDataSource server, string database, bool isReachable)
    {
        await using var alter = server.CreateCommand($"alter database \"{database}\" allow_connections {isReachable}");
        await alter.ExecuteNonQueryAsync();
        if (!isReachable)
        {
            await using var cut = server.CreateCommand("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1");
            cut.Parameters.Add(new NpgsqlParameter { Value = database });
            await cut.ExecuteNonQueryAsync();
        }
    }
}
