using System.Security.Cryptography;

namespace CleanApi.Infrastructure.Queue;

/// <summary>When what has failed is tried again, and how often.</summary>
/// <param name="MaxAttempts">Tries at most.</param>
/// <param name="FirstPause">The longest pause after the first; it doubles.</param>
/// <param name="LongestPause">The longest pause of all.</param>
internal sealed record RetryPolicy(int MaxAttempts, TimeSpan FirstPause, TimeSpan LongestPause)
{
    /// <summary>The pause after a number of attempts, anywhere from none to the longest, so that many do not come at once (full jitter).</summary>
    public TimeSpan Pause(int attempts)
    {
        var most = Math.Min(FirstPause.TotalMilliseconds * Math.Pow(2, attempts - 1), LongestPause.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32((int)most + 1));
    }
}
