using System.Threading.RateLimiting;
using CleanApi.Application.Common.RateLimits;

namespace CleanApi.WebApi.RateLimits;

/// <summary>
/// Counts each request in its windows, and sets the headers that tell what is left. The framework's own limiters count in the process alone, and keep to themselves
/// what is left.
/// </summary>
internal sealed class RequestRateLimiter(RateLimitWindows windows, IRateLimitStore store, TimeProvider clock) : PartitionedRateLimiter<HttpContext>
{
    /// <inheritdoc />
    public override RateLimiterStatistics? GetStatistics(HttpContext resource) => null;

    /// <inheritdoc />
    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(HttpContext context, int permitCount, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // Not the request's token: who leaves at once has been counted all the same.
        var result = await store.CountAsync(windows.Of(context), now, CancellationToken.None);
        RateLimitHeaders.Set(context.Response.Headers, result.States, now);
        return result.IsAdmitted ? RateLimitDecision.Admitted : new RateLimitDecision(result.RetryAt - now);
    }

    // The middleware asks this first. A store may be on another machine, and a thread does not wait for it.
    /// <inheritdoc />
    protected override RateLimitLease AttemptAcquireCore(HttpContext context, int permitCount) => RateLimitDecision.Open;
}
