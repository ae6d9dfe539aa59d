using CleanApi.Application.Common.Concurrency;
using CleanApi.Domain.Errors;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// Limits the concurrency of password hashing. A hash occupies one core for tens of milliseconds and tens of MiB: at most one runs per core, on dedicated
/// threads so that the thread pool is not starved, and the queue and the wait are bounded. Networks take turns: a flood from one makes
/// strangers there wait. While requests wait for their turn, hashes take at most a tenth of the processors.
/// </summary>
internal sealed class PasswordHashQueue
{
    // The wait is what bounds the queue; so many are there for a burst.
    private static readonly FairLimits Limits = new(
        Environment.ProcessorCount, Environment.ProcessorCount, Queue: 1024, QueueOfKey: 512, MaxWait: TimeSpan.FromSeconds(5));

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    // The scheduler is fair to threads: without a pause, hashes of a flood take as much as it gives them.
    private const int PausePerHash = 9;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);
    private const string Overloaded = "Too many people are signing in at the moment";

    private readonly FairLimiter<string> limiter;
    private readonly PasswordMeter meter;
    private readonly Congestion congestion;
    private readonly TimeProvider clock;

    /// <summary>Creates a queue.</summary>
    public PasswordHashQueue(PasswordMeter meter, Congestion congestion, TimeProvider clock)
    {
        (this.meter, this.congestion, this.clock) = (meter, congestion, clock);
        limiter = new(Limits, clock);
        meter.Observe(() => limiter.Waiting, () => limiter.Running);
    }

    /// <summary>Requires that there is room for a hash that a network asks for.</summary>
    /// <exception cref="ServiceUnavailableError">The queue, or that network's part of it, is full.</exception>
    public void RequireRoom(string network)
    {
        if (!limiter.HasRoom(network))
        {
            throw Full();
        }
    }

    /// <summary>Runs work when it is the network's turn.</summary>
    /// <exception cref="ServiceUnavailableError">The queue, or that network's part of it, is full, or it has waited for too long.</exception>
    public async Task<T> RunAsync<T>(string network, Func<T> work, CancellationToken cancellationToken)
    {
        if (!await limiter.AcquireAsync(network, cancellationToken))
        {
            throw Full();
        }

        var elapsed = TimeSpan.Zero;
        try
        {
            return await Task.Factory.StartNew(
                () => Run(work, out elapsed), CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
        }
        finally
        {
            _ = ReleaseAsync(network, elapsed);
        }
    }

    // The answer does not wait for the pause, but the next hash.
    private async Task ReleaseAsync(string network, TimeSpan elapsed)
    {
        if (congestion.IsPresent)
        {
            var pause = PausePerHash * elapsed;
            await Task.Delay(pause < LongestPause ? pause : LongestPause, clock, CancellationToken.None);
        }

        limiter.Release(network);
    }

    private ServiceUnavailableError Full()
    {
        meter.Refuse();
        return new(RetryAfter, Overloaded);
    }

    private T Run<T>(Func<T> work, out TimeSpan elapsed)
    {
        var begin = clock.GetTimestamp();
        var result = work();
        elapsed = clock.GetElapsedTime(begin);
        meter.Record(elapsed);
        return result;
    }
}
