using CleanApi.Application.Common.RateLimits;
using CleanApi.Domain.Errors;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;

namespace CleanApi.Infrastructure.RateLimits;

/// <summary>
/// What happens while the store cannot be reached: a request that has a window that fails closed is refused, others are counted in this process. A store that keeps
/// failing is left alone for a while, so that an outage costs a few requests their wait and not all of them.
/// </summary>
internal sealed partial class OutageGuard : IRateLimitStore
{
    /// <summary>How long the store may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>How long it is left alone.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly IRateLimitStore store;
    private readonly MemoryRateLimitStore local;
    private readonly RateLimitMeter meter;
    private readonly ResiliencePipeline pipeline;

    /// <summary>Guards a store.</summary>
    /// <param name="store">A store that is asked over the network.</param>
    /// <param name="local">Counts meanwhile.</param>
    /// <param name="meter">Counts what the store does not.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="logger">Logs the beginning and the end of an outage.</param>
    public OutageGuard(IRateLimitStore store, MemoryRateLimitStore local, RateLimitMeter meter, TimeProvider clock, ILogger<OutageGuard> logger)
    {
        (this.store, this.local, this.meter) = (store, local, meter);
        // No retry: it would come as late as the client's own.
        pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5,
                MinimumThroughput = 2,
                SamplingDuration = TimeSpan.FromSeconds(10),
                BreakDuration = Pause,
                OnOpened = arguments => Log(() => LogOutage(logger, arguments.Outcome.Exception)),
                OnClosed = _ => Log(() => LogRecovery(logger)),
            })
            .AddTimeout(Patience)
            .Build();
    }

    /// <inheritdoc />
    /// <exception cref="ServiceUnavailableError">The store cannot be reached, and one of the windows fails closed.</exception>
    public async ValueTask<RateLimitResult> CountAsync(IReadOnlyList<RateLimitWindow> windows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            // WaitAsync: what a driver does when it is cancelled may take its time as well.
            return await pipeline.ExecuteAsync(
                static async (request, token) => await request.store.CountAsync(request.windows, request.now, token).AsTask().WaitAsync(token),
                (store, windows, now),
                cancellationToken);
        }
        catch (Exception exception) when (windows.Any(window => window.FailsClosed))
        {
            meter.Fail(isRefused: true);
            throw new ServiceUnavailableError(Pause, inner: exception);
        }
        catch (Exception)
        {
            meter.Fail(isRefused: false);
            // A store that keeps failing is logged when the circuit opens; a single failure is made good here.
            return await local.CountAsync(windows, now, cancellationToken);
        }
    }

    /// <inheritdoc />
    public async ValueTask<RateLimitState?> ReturnAsync(RateLimitWindow window, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            return await pipeline.ExecuteAsync(
                static async (request, token) => await request.store.ReturnAsync(request.window, request.now, token).AsTask().WaitAsync(token),
                (store, window, now),
                cancellationToken);
        }
        catch (Exception)
        {
            // It stays taken.
            return null;
        }
    }

    private static ValueTask Log(Action write)
    {
        write();
        return ValueTask.CompletedTask;
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The store of rate limits cannot be reached: sign-ins and expensive requests get 503, and each instance counts all others for itself")]
    private static partial void LogOutage(ILogger logger, Exception? exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "The store of rate limits can be reached again")]
    private static partial void LogRecovery(ILogger logger);
}
