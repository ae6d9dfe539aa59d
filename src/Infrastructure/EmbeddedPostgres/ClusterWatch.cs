using CleanApi.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.EmbeddedPostgres;

/// <summary>
/// Starts the embedded server again when somebody or the system's memory killer has ended it, as a server's own supervisor would. Where that fails, the program
/// ends: it can do nothing without its database, and what runs it may know better.
/// </summary>
internal sealed partial class ClusterWatch(Database database, IHostApplicationLifetime lifetime, ILogger<ClusterWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

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
        LogEnded(cluster.DataDirectory);
        try
        {
            await cluster.RestartAsync(cancellationToken);
            LogRestarted(cluster.Port);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogLost(exception);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "PostgreSQL in {Directory} has ended without being asked to; it is started again")]
    private partial void LogEnded(string directory);

    [LoggerMessage(Level = LogLevel.Warning, Message = "PostgreSQL runs again on 127.0.0.1:{Port}")]
    private partial void LogRestarted(int port);

    [LoggerMessage(Level = LogLevel.Critical, Message = "PostgreSQL cannot be started again: the program ends")]
    private partial void LogLost(Exception exception);
}
