using System.Collections.Concurrent;
using CleanApi.Application.Common.RateLimits;

namespace CleanApi.Infrastructure.RateLimits;

/// <summary>
/// Answers whoever is over a limit without asking the store, until there is room again: a refusal says when that is. Who gives a place back here makes room before; another
/// instance may go on refusing until then.
/// </summary>
/// <param name="store">A store that is asked over the network.</param>
internal sealed class RememberedRefusals(IRateLimitStore store) : IRateLimitStore
{
    /// <summary>Refusals that are remembered at most; when there are more, all are forgotten, and the store is asked once more for each.</summary>
    public const int Capacity = 10_000;

    private readonly ConcurrentDictionary<(string Policy, RateLimitPrincipal Principal), RateLimitResult> refusals = new();

    /// <summary>Refusals that are remembered.</summary>
    internal int Count => refusals.Count;

    /// <inheritdoc />
    public async ValueTask<RateLimitResult> CountAsync(IReadOnlyList<RateLimitWindow> windows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var i = 0; i < windows.Count; i++)
        {
            if (refusals.TryGetValue((windows[i].Policy, windows[i].Principal), out var known))
            {
                if (known.RetryAt > now)
                {
                    return known;
                }

                refusals.TryRemove((windows[i].Policy, windows[i].Principal), out _);
            }
        }

        var result = await store.CountAsync(windows, now, cancellationToken);
        if (!result.IsAdmitted)
        {
            Remember(result, now);
        }

        return result;
    }

    /// <inheritdoc />
    public async ValueTask<RateLimitState?> ReturnAsync(RateLimitWindow window, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var state = await store.ReturnAsync(window, now, cancellationToken);
        refusals.TryRemove((window.Policy, window.Principal), out _);
        return state;
    }

    private void Remember(RateLimitResult refusal, DateTimeOffset now)
    {
        if (refusals.Count >= Capacity)
        {
            foreach (var (key, known) in refusals)
            {
                if (known.RetryAt <= now)
                {
                    refusals.TryRemove(key, out _);
                }
            }

            if (refusals.Count >= Capacity)
            {
                refusals.Clear();
            }
        }

        var full = refusal.States[^1].Window;
        refusals[(full.Policy, full.Principal)] = refusal;
    }
}
