namespace CleanApi.Application.Common.RateLimits;

/// <summary>Counts requests in sliding windows, as <see cref="SlidingWindow"/> says.</summary>
public interface IRateLimitStore
{
    /// <summary>
    /// Counts a request in each window, in their order, up to the first that is full: that one and those after it do not count it. Atomic for each window,
    /// whoever counts at the same time.
    /// </summary>
    /// <param name="windows">At least one, all of one principal.</param>
    /// <param name="now">The time of the request.</param>
    /// <param name="cancellationToken">Ends waiting for the store.</param>
    ValueTask<RateLimitResult> CountAsync(IReadOnlyList<RateLimitWindow> windows, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Gives back the place of a request that was counted in a window, if that is still the current one.</summary>
    /// <param name="window">The window.</param>
    /// <param name="now">The time that the request was counted at.</param>
    /// <param name="cancellationToken">Ends waiting for the store.</param>
    /// <returns>What it has left then; null where the place stays taken.</returns>
    ValueTask<RateLimitState?> ReturnAsync(RateLimitWindow window, DateTimeOffset now, CancellationToken cancellationToken);
}
