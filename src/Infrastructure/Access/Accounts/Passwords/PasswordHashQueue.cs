using System.Diagnostics;
using CleanApi.Application.Common.Concurrency;
using CleanApi.Domain.Errors;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// Limits the concurrency of password hashing. A hash occupies one core for tens of milliseconds and tens of MiB: at most one runs per core, on dedicated
/// threads so that the thread pool is not starved and the processors serve everything else first, and the queue is bounded. Networks take turns: a flood from one makes
/// strangers there wait.
/// </summary>
internal sealed class PasswordHashQueue
{
    /// <summary>Where processors are short, a hash gets a ninth of what any other thread does (sched(7)); where they are not, it is as fast as ever.</summary>
    public const int Niceness = 10;

    // At 50 ms each, the last in the queue waits about three seconds; beyond that, a client should retry.
    private static readonly FairLimits Limits = new(
        Environment.ProcessorCount, Environment.ProcessorCount, Queue: 64 * Environment.ProcessorCount, QueueOfKey: 32 * Environment.ProcessorCount);

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
    private const string Overloaded = "Too many people are signing in at the moment";

    private readonly FairLimiter<string> limiter = new(Limits);
    private readonly PasswordMeter meter;

    /// <summary>Creates a queue.</summary>
    public PasswordHashQueue(PasswordMeter meter)
    {
        this.meter = meter;
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
    /// <exception cref="ServiceUnavailableError">The queue, or that network's part of it, is full.</exception>
    public async Task<T> RunAsync<T>(string network, Func<T> work, CancellationToken cancellationToken)
    {
        if (!await limiter.AcquireAsync(network, cancellationToken))
        {
            throw Full();
        }

        try
        {
            return await Task.Factory.StartNew(
                () => Run(work), CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
        }
        finally
        {
            limiter.Release(network);
        }
    }

    private ServiceUnavailableError Full()
    {
        meter.Refuse();
        return new(RetryAfter, Overloaded);
    }

    private T Run<T>(Func<T> work)
    {
        // The thread is the work's own, and ends with it.
        ThreadNiceness.Raise(Niceness);
        var begin = Stopwatch.GetTimestamp();
        var result = work();
        meter.Record(Stopwatch.GetElapsedTime(begin));
        return result;
    }
}
