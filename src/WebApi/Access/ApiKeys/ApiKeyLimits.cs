using System.Threading.RateLimiting;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Access;

/// <summary>
/// Rate-limits API keys that have their own limit: a sliding window of one minute in six segments, per instance. Idle keys' limiters are discarded.
/// </summary>
internal sealed class ApiKeyLimits : IDisposable
{
    private const int Segments = 6;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Segment = Window / Segments;

    private readonly PartitionedRateLimiter<ApiKeyCaller> limiter =
        PartitionedRateLimiter.Create<ApiKeyCaller, ApiKeyId>(key => RateLimitPartition.GetSlidingWindowLimiter(key.ApiKeyId, _ => Options(key)));

    /// <summary>Acquires a permit; returns the error when the limit is exceeded, otherwise null.</summary>
    public RateLimitError? Acquire(ApiKeyCaller key)
    {
        if (key.RateLimitPerMinute is null)
        {
            return null;
        }

        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired ? null : new RateLimitError(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) && wait > TimeSpan.Zero ? wait : Segment);
    }

    /// <inheritdoc />
    public void Dispose() => limiter.Dispose();

    private static SlidingWindowRateLimiterOptions Options(ApiKeyCaller key) =>
        new() { PermitLimit = key.RateLimitPerMinute!.Value, Window = Window, SegmentsPerWindow = Segments, QueueLimit = 0 };
}
