using CleanApi.Infrastructure.Queue;

namespace CleanApi.Infrastructure.Events;

/// <summary>When an event is handled again.</summary>
internal static class DeliveryRetries
{
    /// <summary>Tries at most; with the growing pauses, about four hours.</summary>
    public const int MaxAttempts = 20;

    /// <summary>The policy.</summary>
    public static readonly RetryPolicy Policy = new(MaxAttempts, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
}
