namespace CleanApi.Application.Common.RateLimits;

/// <summary>What a window has left for its principal.</summary>
/// <param name="Window">The window.</param>
/// <param name="Remaining">How many more requests it admits now.</param>
/// <param name="MoreAt">When it admits one more than that, if none is sent until then.</param>
public readonly record struct RateLimitState(RateLimitWindow Window, int Remaining, DateTimeOffset MoreAt);
