using System.Collections.Concurrent;

namespace CleanApi.WebApi.Requests;

/// <summary>
/// Keeps a flood of the same refusal out of the log: of those that a limit, a dependency or a load causes (429, 502, 503, 504), the first
/// <see cref="MostLines"/> within <see cref="Window"/> are logged, by status, code, cause and route, and the next line says how many were not. Metrics count all.
/// </summary>
internal sealed class RepeatedRefusals(TimeProvider clock)
{
    /// <summary>The most lines in a window.</summary>
    public const int MostLines = 10;

    /// <summary>The window: it begins with the first refusal after the one before has ended.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    // Statuses, codes, kinds of causes and routes are the program's own: their number is bounded.
    private readonly ConcurrentDictionary<(int Status, string? Code, string? CauseKind, string Route), Count> counts = new();

    /// <summary>Whether a response's line is written.</summary>
    /// <param name="status">Its status.</param>
    /// <param name="code">Its error code.</param>
    /// <param name="causeKind">What kind of cause it had.</param>
    /// <param name="route">Its route.</param>
    /// <param name="left">How many like it were not written since the last one that was.</param>
    public bool IsLogged(int status, string? code, string? causeKind, string route, out int left)
    {
        left = 0;
        return status is not (429 or 502 or 503 or 504) || counts.GetOrAdd((status, code, causeKind, route), static _ => new Count()).Add(clock.GetTimestamp(), clock, out left);
    }

    /// <summary>Whether a line about a refusal is written that no status says: that of a call over a connection.</summary>
    public bool IsLogged(string code, string route, out int left) => counts.GetOrAdd((0, code, null, route), static _ => new Count()).Add(clock.GetTimestamp(), clock, out left);

    private sealed class Count
    {
        private readonly Lock access = new();
        private long? begin;
        private int lines;
        private int unwritten;

        public bool Add(long now, TimeProvider clock, out int left)
        {
            lock (access)
            {
                if (begin is not { } since || clock.GetElapsedTime(since, now) >= Window)
                {
                    (begin, lines) = (now, 0);
                }

                if (lines >= MostLines)
                {
                    unwritten++;
                    left = 0;
                    return false;
                }

                lines++;
                (left, unwritten) = (unwritten, 0);
                return true;
            }
        }
    }
}
