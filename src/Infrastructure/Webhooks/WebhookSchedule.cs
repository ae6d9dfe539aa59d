using System.Security.Cryptography;

namespace CleanApi.Infrastructure.Webhooks;

/// <summary>When a delivery that has failed is tried again: ten attempts within about 76 hours (Standard Webhooks 1.0, "Retries").</summary>
internal static class WebhookSchedule
{
    private const int Percent = 100;
    private const int Jitter = 10;

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5), TimeSpan.FromHours(10),
        TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <summary>Attempts at most.</summary>
    public static int MaxAttempts { get; } = Pauses.Length + 1;

    /// <summary>The longest that an endpoint can ask to be left alone.</summary>
    public static TimeSpan LongestPause { get; } = Pauses[^1];

    /// <summary>The pause after a number of attempts, give or take a tenth: what has failed together does not come back together. Longer when the endpoint asks for it.</summary>
    public static TimeSpan Pause(int attempts, TimeSpan? retryAfter)
    {
        var pause = Pauses[Math.Clamp(attempts, 1, Pauses.Length) - 1] * RandomNumberGenerator.GetInt32(Percent - Jitter, Percent + Jitter + 1) / Percent;
        return retryAfter is { } asked && asked > pause ? asked : pause;
    }
}
