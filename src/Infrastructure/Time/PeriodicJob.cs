using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Time;

/// <summary>Work that is repeated for as long as the program runs, at its start first. A run that fails is logged, and the next one comes in its time.</summary>
/// <param name="interval">Between two runs.</param>
/// <param name="clock">The clock.</param>
/// <param name="logger">The job's log.</param>
internal abstract partial class PeriodicJob(TimeSpan interval, TimeProvider clock, ILogger logger) : BackgroundService
{
    /// <summary>The clock.</summary>
    protected TimeProvider Clock { get; } = clock;

    /// <summary>One run.</summary>
    internal abstract Task RunOnceAsync(CancellationToken cancellationToken);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, Clock);
        do
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailure(logger, exception, GetType().Name, interval);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Job} failed; the next attempt is in {Interval}")]
    private static partial void LogFailure(ILogger logger, Exception exception, string job, TimeSpan interval);
}
