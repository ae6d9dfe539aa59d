using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Queue;

/// <summary>
/// Looks for work: at once while there is more than a look takes, and after it was waked; else after a pause that grows from 100 ms to 5 s, each with some chance in it.
/// Looks that a signal causes are 25 ms apart, so that under load one look serves many commits; the first one after a while is at once.
/// </summary>
internal static partial class Poll
{
    private const int Percent = 100;
    private const int Spread = 25;

    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan AtLatest = TimeSpan.FromSeconds(5);

    /// <summary>Looks until it is stopped. A failure is told once, and that it is over: while the database is away, each look fails.</summary>
    /// <param name="wake">Ends a pause.</param>
    /// <param name="look">Returns what there was.</param>
    /// <param name="work">What is done, for the log.</param>
    /// <param name="logger">The log.</param>
    /// <param name="stoppingToken">Stops.</param>
    public static async Task RunAsync(Wake wake, Func<CancellationToken, Task<Found>> look, string work, ILogger logger, CancellationToken stoppingToken)
    {
        var (pause, isFailing) = (Soon, false);
        while (!stoppingToken.IsCancellationRequested)
        {
            var (found, began) = (Found.Nothing, Stopwatch.GetTimestamp());
            try
            {
                await wake.BeginLookAsync(stoppingToken);
                found = await look(stoppingToken);
                if (isFailing)
                {
                    isFailing = false;
                    LogRecovery(logger, work);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                if (!isFailing)
                {
                    isFailing = true;
                    LogFailure(logger, exception, work);
                }
            }

            if (found == Found.Full)
            {
                pause = Soon;
                continue;
            }

            var isCalled = await wake.WaitAsync(Vary(pause), stoppingToken);
            pause = isCalled || found == Found.All ? Soon : TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, AtLatest.Ticks));
            if (Apart - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } rest)
            {
                await Task.Delay(rest, stoppingToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Work} has failed; it is tried again every few seconds, and told when it goes on")]
    private static partial void LogFailure(ILogger logger, Exception exception, string work);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Work} goes on")]
    private static partial void LogRecovery(ILogger logger, string work);

    // Instances that were started together do not look together for ever.
    private static TimeSpan Vary(TimeSpan pause) => pause * RandomNumberGenerator.GetInt32(Percent - Spread, Percent + 1) / Percent;
}
