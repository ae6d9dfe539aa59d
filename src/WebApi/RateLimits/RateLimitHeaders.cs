using System.Collections.Concurrent;
using System.Globalization;
using CleanApi.Application.Common.RateLimits;
using Microsoft.Extensions.Primitives;

namespace CleanApi.WebApi.RateLimits;

/// <summary>
/// Tells a client its limits, on every response to a request that was counted: <c>RateLimit-Policy</c> and <c>RateLimit</c>, structured fields with an item for each
/// policy (draft-ietf-httpapi-ratelimit-headers), and the older <c>X-RateLimit-…</c> about the policy that has least left.
/// </summary>
internal static class RateLimitHeaders
{
    public const string Limit = "X-RateLimit-Limit";
    public const string Remaining = "X-RateLimit-Remaining";
    public const string Reset = "X-RateLimit-Reset";
    public const string Policy = "RateLimit-Policy";
    public const string State = "RateLimit";

    // Settings have a few; API keys have limits of their own, of which no more are kept.
    private const int MostDescriptions = 1_000;

    private static readonly ConcurrentDictionary<(string Policy, int Permits, TimeSpan Length), string> Descriptions = new();

    /// <summary>Their names.</summary>
    public static readonly IReadOnlyList<string> All = [Limit, Remaining, Reset, Policy, State];

    /// <summary>Sets them. Whoever waits as long as they say finds more: times are rounded up to whole seconds.</summary>
    public static void Set(IHeaderDictionary headers, IReadOnlyList<RateLimitState> states, DateTimeOffset now)
    {
        var scarcest = states[0];
        var (policies, remains) = ("", "");
        foreach (var state in states)
        {
            var window = state.Window;
            scarcest = state.Remaining < scarcest.Remaining ? state : scarcest;
            var separator = remains.Length == 0 ? "" : ", ";
            policies = policies.Length == 0 ? Describe(window) : $"{policies}, {Describe(window)}";
            remains += string.Create(CultureInfo.InvariantCulture, $"{separator}\"{window.Policy}\";r={state.Remaining};t={SecondsUntil(state.MoreAt, now)}");
        }

        headers[Limit] = Text(scarcest.Window.Permits);
        headers[Remaining] = Text(scarcest.Remaining);
        headers[Reset] = Text((scarcest.MoreAt.ToUnixTimeMilliseconds() + 999) / 1000);
        headers[Policy] = policies;
        headers[State] = remains;
    }

    // The same with every request.
    private static string Describe(in RateLimitWindow window)
    {
        var key = (window.Policy, window.Permits, window.Length);
        if (!Descriptions.TryGetValue(key, out var text))
        {
            text = string.Create(CultureInfo.InvariantCulture, $"\"{window.Policy}\";q={window.Permits};w={(long)window.Length.TotalSeconds}");
            if (Descriptions.Count < MostDescriptions)
            {
                Descriptions.TryAdd(key, text);
            }
        }

        return text;
    }

    private static StringValues Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long SecondsUntil(DateTimeOffset time, DateTimeOffset now) => Math.Max(0, (long)Math.Ceiling((time - now).TotalSeconds));
}
