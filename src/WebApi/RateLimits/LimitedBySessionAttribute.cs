namespace CleanApi.WebApi.RateLimits;

/// <summary>
/// An endpoint by which people get rid of whoever has stolen a session of theirs: its requests are counted for each session by itself, so that no other session of the same
/// person can use them up.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class LimitedBySessionAttribute : Attribute;
