using System.Net.Sockets;
using CleanApi.Infrastructure.Settings;
using Npgsql;
using Polly;
using Polly.Retry;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>Waits for a database that starts at the same time as the API, or somewhat later.</summary>
internal static class DatabaseReadinessWaiter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly ResiliencePipeline Retries = new ResiliencePipelineBuilder()
        .AddTimeout(Patience)
        .AddRetry(new RetryStrategyOptions
        {
            // Refused, unknown or starting up. A wrong password or a missing database does not get better.
            ShouldHandle = new PredicateBuilder().Handle<NpgsqlException>(exception =>
                exception.InnerException is SocketException or TimeoutException || exception.SqlState == PostgresErrorCodes.CannotConnectNow),
            MaxRetryAttempts = int.MaxValue,
            Delay = TimeSpan.FromMilliseconds(100),
            MaxDelay = TimeSpan.FromSeconds(2),
            BackoffType = DelayBackoffType.Exponential,
        })
        .Build();

    /// <summary>Returns when the database takes a connection.</summary>
    /// <exception cref="StartException">It does not within 30 seconds, or it refuses the credential.</exception>
    public static async Task WaitAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        try
        {
            await Retries.ExecuteAsync(
                static async (from, token) =>
                {
                    await using var connection = await from.OpenConnectionAsync(token);
                },
                source,
                cancellationToken);
        }
        catch (Exception exception) when (exception is NpgsqlException or Polly.Timeout.TimeoutRejectedException)
        {
            var where = new NpgsqlConnectionStringBuilder(source.ConnectionString);
            throw new StartException(
                $"No connection to PostgreSQL at {where.Host}:{where.Port}, database {where.Database}, as {where.Username}: {exception.Message} Check ConnectionStrings__CleanApi.",
                exception);
        }
    }
}
