namespace CleanApi.Application.Common.RateLimits;

/// <summary>A window that a request is counted in: at most so many requests of a principal under a policy within its length.</summary>
/// <param name="Policy">The policy's name.</param>
/// <param name="Principal">Whose requests are counted.</param>
/// <param name="Permits">How many there may be, at least 1.</param>
/// <param name="Length">Within which time; whole seconds.</param>
/// <param name="FailsClosed">Whether nothing is admitted while the store cannot be reached; otherwise each instance counts for itself meanwhile.</param>
public readonly record struct RateLimitWindow(string Policy, RateLimitPrincipal Principal, int Permits, TimeSpan Length, bool FailsClosed)
{
    /// <summary>The length in milliseconds.</summary>
    public long Milliseconds => (long)Length.TotalMilliseconds;
}
