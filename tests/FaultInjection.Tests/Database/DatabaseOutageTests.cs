namespace CleanApi.FaultInjection.Tests.Database;

/// <summary>What a person notices while the database is gone, silent, full or read-only, and afterwards.</summary>
[Trait("Requirement", "R254")]
public sealed class DatabaseOutageTests(Installation installation, ITestOutputHelper output) : IClassFixture<Installation>
{
    private Server Server => installation.Server;

    private HttpClient Client => installation.Instance.Client;

    [Fact]
    public Task A_server_that_is_stopped_and_started() => installation.OutageAsync(Server.StopAsync, Server.StartAgainAsync, output);

    [Fact]
    public Task A_server_that_is_killed_and_started() => installation.OutageAsync(Server.KillAsync, Server.StartAgainAsync, output);

    [Fact]
    public Task A_server_that_is_silent() => installation.OutageAsync(
        () =>
        {
            Server.Freeze();
            return Task.CompletedTask;
        },
        () =>
        {
            Server.Thaw();
            return Task.CompletedTask;
        },
        output);

    [Fact]
    public async Task A_server_without_a_free_connection()
    {
        var limit = $"alter role {Infrastructure.Persistence.DatabaseRoles.Application} connection limit";
        await installation.OutageAsync(
            async () =>
            {
                await Server.ExecuteAsync($"{limit} 0");
                await Server.DisconnectAsync();
            },
            () => Server.ExecuteAsync($"{limit} -1"),
            output);
    }

    [Fact]
    [Trait("Requirement", "R255")]
    public async Task A_role_that_gets_past_row_level_security_while_the_program_runs_serves_nobody()
    {
        var role = $"alter role {Infrastructure.Persistence.DatabaseRoles.Application}";
        await installation.OutageAsync(
            async () =>
            {
                await Server.ExecuteAsync($"{role} bypassrls");
                await Server.DisconnectAsync();
            },
            () => Server.ExecuteAsync($"{role} nobypassrls"),
            output);
    }

    [Fact]
    public async Task A_server_that_takes_no_changes()
    {
        await SetReadOnlyAsync("on");
        try
        {
            await Probe.UntilAsync("changes are refused", async () => (await WriteAsync()).Status != 201);
            (await WriteAsync()).ShouldBeError(503, "SERVICE_UNAVAILABLE");
            await Probe.UntilAsync("reads go on", async () => (await Client.AnswerAsync("GET", "/api/v1/users", installation.Member.Authorization)).Status == 200);
            (await Client.AnswerAsync("GET", "/health/ready")).Status.Should().Be(200);
            await Probe.UntilAsync(
                "operators are told", () => installation.Instance.Process.Lines.Any(line => line.Contains("Health of database: Degraded PostgreSQL takes no changes", StringComparison.Ordinal)));
        }
        finally
        {
            await SetReadOnlyAsync("off");
        }

        await Probe.UntilAsync("changes are made again", async () => (await WriteAsync()).Status == 201);
    }

    private Task<Answer> WriteAsync() => Client.AnswerAsync("POST", installation.Member.Posts, """{"title":"Read-only?"}""", installation.Member.Authorization);

    private async Task SetReadOnlyAsync(string value)
    {
        await Server.ExecuteAsync($"alter role {Infrastructure.Persistence.DatabaseRoles.Application} set default_transaction_read_only = {value}");
        await Server.DisconnectAsync();
    }
}
