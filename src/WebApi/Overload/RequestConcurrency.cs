using CleanApi.Application.Common.Concurrency;
using CleanApi.Application.Common.RateLimits;
using CleanApi.WebApi.RateLimits;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Primitives;

namespace CleanApi.WebApi.Overload;

/// <summary>
/// Bounds how many requests run and wait, and for how long, before memory or the connections to the database run out; the rest get 503. A client that repeats at
/// once costs a refusal in each wait, and not thousands. Networks take turns. What verifies a credential mostly waits for the hash of a password, and has permits
/// and a queue of its own. What is answered from memory is outside.
/// </summary>
internal sealed class RequestConcurrency
{
    // Whoever is refused together does not come back together.
    private static readonly StringValues[] RetryAfterSeconds = ["1", "2", "3"];

    private readonly RequestDelegate next;
    private readonly OverloadMeter meter;
    private readonly FairLimiter<RateLimitPrincipal> signIns;
    private readonly FairLimiter<RateLimitPrincipal> others;

    /// <summary>Called once, when the pipeline is built: after the database was started.</summary>
    public RequestConcurrency(
        RequestDelegate next, OverloadSettings settings, OverloadMeter meter, Congestion congestion, TimeProvider clock, Func<int> poolSize)
    {
        (this.next, this.meter) = (next, meter);
        var permits = settings.MaxConcurrentRequests ?? 2 * poolSize();
        // A client that sends or reads slowly keeps its permit meanwhile: one network never has them all.
        var limits = new FairLimits(permits, Math.Max(1, permits * 3 / 4), settings.QueueLength, Math.Max(1, settings.QueueLength / 2), settings.MaxWait);
        (others, signIns) = (new(limits, clock), new(limits, clock));
        meter.Observe(() => others.Waiting + signIns.Waiting);
        congestion.Observe(() => others.Waiting);
    }

    /// <summary>Runs a request when it is its turn; where too many wait, or it has waited for too long, the response is 503.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var metadata = context.GetEndpoint()?.Metadata;
        return metadata?.GetMetadata<DisableRequestTimeoutAttribute>() is not null || metadata?.GetMetadata<NeverShedAttribute>() is not null
            ? next(context)
            : RunAsync(context, metadata?.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == RatePolicies.Auth ? signIns : others);
    }

    private async Task RunAsync(HttpContext context, FairLimiter<RateLimitPrincipal> limiter)
    {
        var network = RateLimitPrincipal.Of(caller: null, context.Connection.RemoteIpAddress);
        if (!await limiter.AcquireAsync(network, context.RequestAborted))
        {
            meter.Shed();
            // Not an exception: what is refused by the thousand has to be cheap. The error is written where all are.
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = RetryAfterSeconds[Random.Shared.Next(RetryAfterSeconds.Length)];
            return;
        }

        try
        {
            await next(context);
        }
        finally
        {
            limiter.Release(network);
        }
    }
}
