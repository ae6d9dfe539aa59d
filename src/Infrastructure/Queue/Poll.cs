using System.Security.Cryptography;

namespace CleanApi.Infrastructure.Queue;

/// <summary>Looks for work: at once while there is some, and after it was waked; else after a pause that grows from 100 ms to 5 s, each with some chance in it.</summary>
internal static class Poll
{
    private const int Percent = 100;
    private const int Spread = 25;

    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan AtLatest = TimeSpan.FromSeconds(5);

    /// <summary>Looks until it is stopped.</summary>
    /// <param name="wake">Ends a pause.</param>
    /// <param name="look">Returns whether there was something.</param>
    /// <param name="stoppingToken">Stops.</param>
    public static async Task RunAsync(Wake wake, Func<CancellationToken, Task<bool>> look, CancellationToken stoppingToken)
    {
        var pause = Soon;
        while (!stoppingToken.IsCancellationRequested)
        {
            if (await look(stoppingToken) || await wake.WaitAsync(Vary(pause), stoppingToken))
            {
                pause = Soon;
            }
            else
            {
                pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, AtLatest.Ticks));
            }
        }
    }

    // Instances that were started together do not look together for ever.
    private static TimeSpan Vary(TimeSpan pause) => pause * RandomNumberGenerator.GetInt32(Percent - Spread, Percent + 1) / Percent;
}
