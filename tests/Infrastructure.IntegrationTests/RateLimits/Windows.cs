using System.Net;
using CleanApi.Application.Common.RateLimits;

namespace CleanApi.Infrastructure.IntegrationTests.RateLimits;

/// <summary>Windows of principals that no other test has.</summary>
internal static class Windows
{
    /// <summary>When the tests begin.</summary>
    public static readonly DateTimeOffset Start = new(2030, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private static int last;

    /// <summary>Another stranger.</summary>
    public static RateLimitPrincipal NextPrincipal() => RateLimitPrincipal.Of(null, new IPAddress(Interlocked.Increment(ref last)));

    /// <summary>A window of the policy that is counted locally in an outage.</summary>
    public static RateLimitWindow Api(this RateLimitPrincipal principal, int permits, int seconds = 60) =>
        new("api", principal, permits, TimeSpan.FromSeconds(seconds), FailsClosed: false);

    /// <summary>A window of a policy that fails closed.</summary>
    public static RateLimitWindow Expensive(this RateLimitPrincipal principal, int permits, int seconds = 3600) =>
        new("expensive", principal, permits, TimeSpan.FromSeconds(seconds), FailsClosed: true);

    /// <summary>Counts once.</summary>
    public static ValueTask<RateLimitResult> CountAsync(this IRateLimitStore store, DateTimeOffset now, params RateLimitWindow[] windows) =>
        store.CountAsync(windows, now, CancellationToken.None);
}
