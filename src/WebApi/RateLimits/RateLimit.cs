namespace CleanApi.WebApi.RateLimits;

/// <summary>How many requests a policy admits.</summary>
/// <param name="Permits">At most.</param>
/// <param name="Window">Within which time.</param>
internal readonly record struct RateLimit(int Permits, TimeSpan Window);
