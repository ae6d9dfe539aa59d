using System.Net.Sockets;
using CleanApi.Infrastructure.Settings;
using Npgsql;
using Polly;
using Polly.Retry;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>Waits for a database that starts together with the API, or slightly later.</summary>
internal static class DatabaseReadinessWaiter
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private static readonly ResiliencePipeline Retries = new ResiliencePipelineBuilder()
        .AddTimeout(Timeout)
        .AddRetry(new RetryStrategyOptions
        {
            // Connection refused, host unknown or server starting up. A wrong password or a missing database is not retried.
            ShouldHandle = new PredicateBuilder().Handle<NpgsqlException>(exception =>
                exception.InnerException is SocketException or TimeoutException || exception.SqlState == PostgresErrorCodes.CannotConnectNow),
            MaxRetryAttempts = int.MaxValue,
            Delay = TimeSpan.FromMilliseconds(100),
            MaxDelay = TimeSpan.FromSeconds(2),
            BackoffType = DelayBackoffType.Exponential,
        })
        .Build();

    /// <summary>Waits until the database accepts a connection.</summary>
    /// <param name="source">The connections.</param>
    /// <param name="setting">The name of the setting that they come from.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="StartException">It does not within 30 seconds, or it rejects the credentials.</exception>
    public static async Task WaitAsync(NpgsqlDataSource source, string setting, CancellationToken cancellationToken)
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
                $"No connection to PostgreSQL at {where.Host}:{where.Port}, database {where.Database}, as {where.Username}: {exception.Message} Check {setting}.",
                exception);
        }
    }
}
