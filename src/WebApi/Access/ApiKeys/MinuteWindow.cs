using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;

namespace CleanApi.WebApi.Access;

/// <summary>
/// A sliding window of one minute in six segments, which knows when the next permit is free; the framework's tells the length of one segment, after which there
/// may be none.
/// </summary>
/// <param name="permits">How many there are in a minute.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class MinuteWindow(int permits, TimeProvider clock) : RateLimiter
{
    private const int Segments = 6;

    private static readonly TimeSpan Segment = TimeSpan.FromMinutes(1) / Segments;

    private readonly Lock gate = new();
    private readonly long startedAt = clock.GetTimestamp();
    private readonly int[] taken = new int[Segments];
    private long current;

    /// <inheritdoc />
    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (gate)
            {
                var now = Advance();
                return Array.TrueForAll(taken, count => count == 0) ? now : null;
            }
        }
    }

    /// <inheritdoc />
    public override RateLimiterStatistics? GetStatistics() => null;

    /// <inheritdoc />
    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (gate)
        {
            var now = Advance();
            if (taken.Sum() + permitCount <= permits)
            {
                taken[current % Segments] += permitCount;
                return Lease.Acquired;
            }

            // The oldest segment with a permit leaves the window first.
            var oldest = Enumerable.Range(0, Segments).Select(back => current - (Segments - 1) + back).First(segment => segment >= 0 && taken[segment % Segments] > 0);
            return new Lease(((oldest + Segments) * Segment) - now);
        }
    }

    /// <inheritdoc />
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => new(AttemptAcquireCore(permitCount));

    // What has left the window is forgotten.
    private TimeSpan Advance()
    {
        var now = clock.GetElapsedTime(startedAt);
        var segment = now.Ticks / Segment.Ticks;
        for (var next = Math.Max(current + 1, segment - Segments + 1); next <= segment; next++)
        {
            taken[next % Segments] = 0;
        }

        current = Math.Max(current, segment);
        return now;
    }

    private sealed class Lease(TimeSpan? wait) : RateLimitLease
    {
        public static readonly Lease Acquired = new(null);

        public override bool IsAcquired => wait is null;

        public override IEnumerable<string> MetadataNames => wait is null ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
        {
            metadata = string.Equals(metadataName, MetadataName.RetryAfter.Name, StringComparison.Ordinal) ? wait : null;
            return metadata is not null;
        }
    }
}
