using Npgsql;
using Polly;
using Polly.Retry;

namespace CleanApi.Infrastructure.EmbeddedPostgres;

/// <summary>Waits for the server, and creates and drops databases, on connections to the maintenance database.</summary>
internal sealed class ClusterDatabases(NpgsqlDataSource maintenance) : IAsyncDisposable
{
    private static readonly NpgsqlCommandBuilder Quoting = new();

    private static readonly ResiliencePipeline Ready = new ResiliencePipelineBuilder()
        .AddTimeout(TimeSpan.FromSeconds(60))
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<NpgsqlException>(
                exception => exception is not PostgresException { SqlState: not PostgresErrorCodes.CannotConnectNow }),
            MaxRetryAttempts = int.MaxValue,
            Delay = TimeSpan.FromMilliseconds(5),
            BackoffType = DelayBackoffType.Exponential,
            MaxDelay = TimeSpan.FromMilliseconds(100),
        })
        .Build();

    private static readonly ResiliencePipeline TemplateFree = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<PostgresException>(exception => exception.SqlState == PostgresErrorCodes.ObjectInUse),
            MaxRetryAttempts = 5,
            Delay = TimeSpan.FromMilliseconds(50),
            UseJitter = true,
        })
        .Build();

    /// <summary>Waits until the server accepts queries; throws immediately when it rejects the password.</summary>
    public async Task WaitUntilReadyAsync(CancellationToken ct) => await Ready.ExecuteAsync(
        async token =>
        {
            await using var command = maintenance.CreateCommand("select 1");
            await command.ExecuteScalarAsync(token);
        },
        ct);

    /// <summary>Copies a database. PostgreSQL requires that the template has no connections: idle ones are closed, busy ones are waited for.</summary>
    public async Task CloneAsync(string template, string name, CancellationToken ct)
    {
        await TemplateFree.ExecuteAsync(
            async token =>
            {
                await CloseIdleConnectionsAsync(template, token);
                // A template is small: to copy its files takes less than to write their pages to the log.
                await ExecuteAsync($"create database {Quoting.QuoteIdentifier(name)} template {Quoting.QuoteIdentifier(template)} strategy file_copy", token);
            },
            ct);
    }

    /// <summary>Drops a database if it exists, with all its connections.</summary>
    public Task DropAsync(string name, CancellationToken ct) =>
        ExecuteAsync($"drop database if exists {Quoting.QuoteIdentifier(name)} with (force)", ct);

    public ValueTask DisposeAsync() => maintenance.DisposeAsync();

    private async Task CloseIdleConnectionsAsync(string template, CancellationToken ct)
    {
        await using var connections = maintenance.CreateCommand(
            "select count(*) from pg_stat_activity where datname = $1 and backend_type = 'client backend'");
        connections.Parameters.Add(new NpgsqlParameter { Value = template });
        if (await connections.ExecuteScalarAsync(ct) is 0L) return;

        // First the pools of this process, so that they do not hand out connections that the server is about to close.
        NpgsqlConnection.ClearAllPools();
        await using var terminate = maintenance.CreateCommand(
            "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1 and backend_type = 'client backend' and state = 'idle'");
        terminate.Parameters.Add(new NpgsqlParameter { Value = template });
        await terminate.ExecuteNonQueryAsync(ct);
    }

    private async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var command = maintenance.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}
