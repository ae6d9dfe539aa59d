using System.Threading.RateLimiting;
using CleanApi.Application.Common.RateLimits;

namespace CleanApi.WebApi.RateLimits;

/// <summary>
/// Counts each request in its windows, and sets the headers that tell what is left. The framework's own limiters count in the process alone, and keep to themselves
/// what is left.
/// </summary>
internal sealed class RequestRateLimiter(RateLimitWindows windows, IRateLimitStore store, RateLimitMeter meter, TimeProvider clock) : PartitionedRateLimiter<HttpContext>
{
    /// <inheritdoc />
    public override RateLimiterStatistics? GetStatistics(HttpContext resource) => null;

    /// <inheritdoc />
    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(HttpContext context, int permitCount, CancellationToken cancellationToken)
    {
        var (asked, now) = (windows.Of(context), clock.GetUtcNow());
        // Not the request's token: who leaves at once has been counted all the same.
        var result = await store.CountAsync(asked, now, CancellationToken.None);
        meter.Decide(result);
        RateLimitHeaders.Set(context.Response.Headers, result.States, now);
        if (result.IsAdmitted && asked is [_, { Policy: RatePolicies.Expensive } expensive])
        {
            context.Response.OnStarting(() => ReturnRefusedAsync(context.Response, expensive, result.States[0], now));
        }

        return result.IsAdmitted ? RateLimitDecision.Admitted : new RateLimitDecision(result.RetryAt - now);
    }

    // A body that is not understood has caused nothing that is expensive; it has been counted as a request.
    private async Task ReturnRefusedAsync(HttpResponse response, RateLimitWindow expensive, RateLimitState request, DateTimeOffset now)
    {
        var isRefused = response.StatusCode is StatusCodes.Status400BadRequest or StatusCodes.Status413PayloadTooLarge or StatusCodes.Status415UnsupportedMediaType
            or StatusCodes.Status422UnprocessableEntity;
        if (isRefused && await store.ReturnAsync(expensive, now, CancellationToken.None) is { } returned)
        {
            RateLimitHeaders.Set(response.Headers, [request, returned], now);
        }
    }

    // The middleware asks this first. A store may be on another machine, and a thread does not wait for it.
    /// <inheritdoc />
    protected override RateLimitLease AttemptAcquireCore(HttpContext context, int permitCount) => RateLimitDecision.Open;
}
