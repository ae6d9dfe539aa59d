using System.Diagnostics;
using CleanApi.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.EmbeddedPostgres;

/// <summary>
/// Starts the embedded server again when somebody or the system's memory killer has ended it, as a server's own supervisor would: at once, and then at growing intervals.
/// When it has failed <see cref="MaxFailures"/> times without having run for a minute in between, the program ends: it can do nothing without its database, and what runs
/// it may know better.
/// </summary>
internal sealed partial class ClusterWatch(Database database, IHostApplicationLifetime lifetime, ILogger<ClusterWatch> logger) : BackgroundService
{
    private const int MaxFailures = 5;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // The later tries wait for 0.25, 0.75, 1.75 and 3.75 seconds.
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Steady = TimeSpan.FromMinutes(1);

    private int failures;
    private long restartedAt;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database.Cluster is not { } cluster)
        {
            return;
        }

        // Real time: what is watched is a process.
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (!cluster.IsAlive)
                {
                    await RestartAsync(cluster, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops, and the server after it.
        }
    }

    private async Task RestartAsync(EmbeddedCluster cluster, CancellationToken cancellationToken)
    {
        failures = Stopwatch.GetElapsedTime(restartedAt) < Steady ? failures + 1 : 1;
        LogEnded(cluster.DataDirectory, failures, MaxFailures);
        try
        {
            if (failures > MaxFailures)
            {
                throw new EmbeddedPostgresException($"it has ended {MaxFailures} times, each within a minute of its start");
            }

            // None before the first.
            await Task.Delay(FirstDelay * ((1 << (failures - 1)) - 1), cancellationToken);
            await cluster.RestartAsync(cancellationToken);
            LogRestarted(cluster.Port);
        }
        catch (EmbeddedPostgresException exception) when (failures < MaxFailures)
        {
            LogFailed(exception.Message);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogLost(exception.Message);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        restartedAt = Stopwatch.GetTimestamp();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "PostgreSQL in {Directory} does not run although nobody has stopped it; it is started again (try {Try} of {MaxTries})")]
    private partial void LogEnded(string directory, int @try, int maxTries);

    [LoggerMessage(Level = LogLevel.Warning, Message = "PostgreSQL runs again on 127.0.0.1:{Port}")]
    private partial void LogRestarted(int port);

    [LoggerMessage(Level = LogLevel.Error, Message = "PostgreSQL does not start: {Reason}")]
    private partial void LogFailed(string reason);

    [LoggerMessage(Level = LogLevel.Critical, Message = "PostgreSQL cannot be started again, and the program ends: {Reason}")]
    private partial void LogLost(string reason);
}
