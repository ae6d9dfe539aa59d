using CleanApi.Application.Common.RateLimits;

namespace CleanApi.Infrastructure.IntegrationTests.RateLimits;

/// <summary>A store that answers as a test wants, and knows how often it was asked.</summary>
internal sealed class StubStore : IRateLimitStore
{
    /// <summary>How often it was asked.</summary>
    public int Calls { get; private set; }

    /// <summary>What it answers.</summary>
    public required Func<IReadOnlyList<RateLimitWindow>, DateTimeOffset, ValueTask<RateLimitResult>> Answer { get; set; }

    public ValueTask<RateLimitResult> CountAsync(IReadOnlyList<RateLimitWindow> windows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Calls++;
        return Answer(windows, now);
    }

    /// <summary>Gives back nothing; fails where it fails to count.</summary>
    public async ValueTask<RateLimitState?> ReturnAsync(RateLimitWindow window, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await CountAsync([window], now, cancellationToken);
        return null;
    }
}
