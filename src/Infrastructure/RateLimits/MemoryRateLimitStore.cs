using System.Runtime.InteropServices;
using CleanApi.Application.Common.RateLimits;

namespace CleanApi.Infrastructure.RateLimits;

/// <summary>
/// Counts in this process, which is exact where one instance runs. Principals are spread over stripes, each with its lock, so that they do not wait for each other.
/// </summary>
internal sealed class MemoryRateLimitStore : IRateLimitStore
{
    /// <summary>Windows that a stripe holds at most; about 100 bytes each.</summary>
    public const int Capacity = 8192;

    private readonly Stripe[] stripes = [.. Enumerable.Range(0, 32).Select(_ => new Stripe())];

    /// <summary>Windows that it holds.</summary>
    internal int Count => stripes.Sum(stripe => stripe.Count);

    /// <inheritdoc />
    public ValueTask<RateLimitResult> CountAsync(IReadOnlyList<RateLimitWindow> windows, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(StripeOf(windows[0]).Add(windows, now));

    /// <inheritdoc />
    public ValueTask<RateLimitState?> ReturnAsync(RateLimitWindow window, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(StripeOf(window).Return(window, now));

    private Stripe StripeOf(in RateLimitWindow window) => stripes[(uint)window.Principal.GetHashCode() % (uint)stripes.Length];

    private sealed class Stripe
    {
        private readonly Lock gate = new();
        private readonly Dictionary<(string Policy, RateLimitPrincipal Principal), (SlidingWindow Held, long EndsAt)> entries = [];

        public int Count
        {
            get
            {
                lock (gate)
                {
                    return entries.Count;
                }
            }
        }

        public RateLimitResult Add(IReadOnlyList<RateLimitWindow> windows, DateTimeOffset now)
        {
            var states = new RateLimitState[windows.Count];
            lock (gate)
            {
                MakeRoom(now);
                for (var i = 0; i < states.Length; i++)
                {
                    var window = windows[i];
                    ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(entries, (window.Policy, window.Principal), out _);
                    var (isAdmitted, held) = entry.Held.Count(window, now);
                    entry = (held, held.StartedAt + (2 * window.Milliseconds));
                    states[i] = held.StateOf(window, now);
                    if (!isAdmitted)
                    {
                        return new RateLimitResult(IsAdmitted: false, states[..(i + 1)]);
                    }
                }
            }

            return new RateLimitResult(IsAdmitted: true, states);
        }

        public RateLimitState? Return(in RateLimitWindow window, DateTimeOffset now)
        {
            lock (gate)
            {
                var key = (window.Policy, window.Principal);
                if (!entries.TryGetValue(key, out var entry) || entry.Held.Return(window, now) is not { } held)
                {
                    return null;
                }

                entries[key] = (held, entry.EndsAt);
                return held.StateOf(window, now);
            }
        }

        // Whoever has the addresses to fill it has as many limits as addresses: forgetting all then gives them little.
        private void MakeRoom(DateTimeOffset now)
        {
            if (entries.Count < Capacity)
            {
                return;
            }

            foreach (var (key, entry) in entries)
            {
                if (entry.EndsAt <= now.ToUnixTimeMilliseconds())
                {
                    entries.Remove(key);
                }
            }

            if (entries.Count > Capacity / 4 * 3)
            {
                entries.Clear();
            }
        }
    }
}
