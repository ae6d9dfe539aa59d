using System.Net.Sockets;
using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Logging;
using Npgsql;
using Polly;
using Polly.Retry;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>Waits for a database that starts together with the API, or slightly later, and tells what it waits for.</summary>
internal static partial class DatabaseReadinessWaiter
{
    // Of the attempts, which come every two seconds in the end.
    private const int ToldEach = 5;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>Waits until the database accepts a connection.</summary>
    /// <param name="source">The connections.</param>
    /// <param name="setting">The setting that they come from.</param>
    /// <param name="logger">Where the waiting is told.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="StartException">It does not within 30 seconds, or it rejects the credentials.</exception>
    public static async Task WaitAsync(NpgsqlDataSource source, string setting, ILogger logger, CancellationToken cancellationToken)
    {
        var where = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        try
        {
            await Retries(where, setting, logger).ExecuteAsync(
                static async (from, token) =>
                {
                    await using var connection = await from.OpenConnectionAsync(token);
                },
                source,
                cancellationToken);
        }
        catch (Exception exception) when (exception is NpgsqlException or Polly.Timeout.TimeoutRejectedException)
        {
            throw Refused(where, setting, exception);
        }
    }

    private static StartException Refused(NpgsqlConnectionStringBuilder where, string setting, Exception exception) => new(
        $"No connection to PostgreSQL at {where.Host}:{where.Port}, database {where.Database}, as {where.Username}: {exception.Message.TrimEnd('.')}. Check {setting}.", exception);

    private static ResiliencePipeline Retries(NpgsqlConnectionStringBuilder where, string setting, ILogger logger) => new ResiliencePipelineBuilder()
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
            OnRetry = attempt =>
            {
                if (attempt.AttemptNumber % ToldEach == 0)
                {
                    LogWaiting(logger, where.Host, where.Port, setting, attempt.Outcome.Exception?.Message ?? "");
                }

                return ValueTask.CompletedTask;
            },
        })
        .Build();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Waiting for PostgreSQL at {Host}:{Port} ({Setting}), for 30 seconds at most: {Cause}")]
    private static partial void LogWaiting(ILogger logger, string? host, int port, string setting, string cause);
}
