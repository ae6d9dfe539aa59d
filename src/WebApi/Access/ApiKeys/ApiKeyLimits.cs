using System.Threading.RateLimiting;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Access;

/// <summary>Rate-limits API keys that have their own limit, per instance. Idle keys' limiters are discarded.</summary>
internal sealed class ApiKeyLimits(TimeProvider clock) : IDisposable
{
    private readonly PartitionedRateLimiter<ApiKeyCaller> limiter = PartitionedRateLimiter.Create<ApiKeyCaller, ApiKeyId>(
        key => RateLimitPartition.Get(key.ApiKeyId, _ => new MinuteWindow(key.RateLimitPerMinute!.Value, clock)));

    /// <summary>Acquires a permit; returns the error when the limit is exceeded, with the time until the next is free, otherwise null.</summary>
    public RateLimitError? Acquire(ApiKeyCaller key)
    {
        if (key.RateLimitPerMinute is null)
        {
            return null;
        }

        using var lease = limiter.AttemptAcquire(key);
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? new RateLimitError(wait) : null;
    }

    /// <inheritdoc />
    public void Dispose() => limiter.Dispose();
}
