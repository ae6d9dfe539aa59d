namespace CleanApi.Application.Common.RateLimits;

/// <summary>
/// A weighted sliding window: what counts is the current window, and of the one before as much as still overlaps with the last <c>length</c> milliseconds, as if its
/// requests had come evenly. Two numbers for each principal, however many requests there are. The first window begins with the first request, so that a burst is in
/// one window, and none is admitted twice at a boundary of the clock. A request that is refused does not count. All in whole milliseconds: every store computes the same.
/// </summary>
/// <param name="StartedAt">When the current window began, in Unix milliseconds.</param>
/// <param name="Previous">Requests in the window before.</param>
/// <param name="Counted">Requests in the current window.</param>
public readonly record struct SlidingWindow(long StartedAt, long Previous, long Counted)
{
    /// <summary>Counts a request if there is room for it.</summary>
    /// <param name="window">The window's limit and length.</param>
    /// <param name="now">The time of the request.</param>
    /// <returns>Whether there was, and the window at that time.</returns>
    public (bool IsAdmitted, SlidingWindow Held) Count(in RateLimitWindow window, DateTimeOffset now)
    {
        var held = At(now.ToUnixTimeMilliseconds(), window.Milliseconds);
        return held.Weight(now.ToUnixTimeMilliseconds(), window.Milliseconds) + held.Counted < window.Permits
            ? (true, held with { Counted = held.Counted + 1 })
            : (false, held);
    }

    /// <summary>Gives the place of a request back.</summary>
    /// <param name="window">The window's length.</param>
    /// <param name="now">The time that it was counted at.</param>
    /// <returns>The window after it; null when another one has begun.</returns>
    public SlidingWindow? Return(in RateLimitWindow window, DateTimeOffset now) =>
        now.ToUnixTimeMilliseconds() - StartedAt < window.Milliseconds ? this with { Counted = Math.Max(0, Counted - 1) } : null;

    /// <summary>What is left at the time of the last request.</summary>
    /// <param name="window">The window's limit and length.</param>
    /// <param name="now">The time that it was counted at.</param>
    public RateLimitState StateOf(in RateLimitWindow window, DateTimeOffset now)
    {
        var (length, free) = (window.Milliseconds, window.Permits - Counted);
        var weight = Weight(now.ToUnixTimeMilliseconds(), length);
        return new RateLimitState(window, (int)Math.Max(0, free - weight), DateTimeOffset.FromUnixTimeMilliseconds(MoreAt(Math.Min(weight, free), window.Permits, length)));
    }

    private SlidingWindow At(long now, long length) => (now - StartedAt) switch
    {
        var elapsed when elapsed < length => this,
        var elapsed when elapsed < 2 * length => new(StartedAt + length, Counted, 0),
        _ => new(now, 0, 0),
    };

    // The clocks of instances differ: what began later than now has begun now.
    private long Weight(long now, long length) => Previous * (length - 1 - Math.Max(0, now - StartedAt)) / length;

    // The weight of the previous window falls below a number after a part of this window; once it is nothing, the next window takes this one down likewise.
    private long MoreAt(long weight, long permits, long length) => weight > 0
        ? StartedAt + length - CeilingOf(weight * length, Previous)
        : StartedAt + length + (Counted > permits ? length - CeilingOf(permits * length, Counted) : 0);

    private static long CeilingOf(long dividend, long divisor) => (dividend + divisor - 1) / divisor;
}
