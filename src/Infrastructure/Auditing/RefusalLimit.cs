namespace CleanApi.Infrastructure.Auditing;

/// <summary>
/// Bounds the entries about refusals, so that nobody fills the audit log by repeating one: the first of a source is recorded, others only after its window. Kept in
/// this process. The log of requests has them all.
/// </summary>
internal sealed class RefusalLimit(TimeProvider clock)
{
    /// <summary>Sources at most; when there are more, all are forgotten, and each is recorded once more.</summary>
    public const int Capacity = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<RefusalSource, DateTimeOffset> until = [];

    /// <summary>Whether this one is to be recorded; then the window of its source begins.</summary>
    public bool TryTake(RefusalSource source, TimeSpan window)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            if (until.TryGetValue(source, out var end) && end > now)
            {
                return false;
            }

            if (until.Count >= Capacity)
            {
                Forget(now);
            }

            until[source] = now + window;
            return true;
        }
    }

    /// <summary>Takes it back: the entry could not be stored.</summary>
    public void Release(RefusalSource source)
    {
        lock (gate)
        {
            until.Remove(source);
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (source, end) in until)
        {
            if (end <= now)
            {
                until.Remove(source);
            }
        }

        if (until.Count >= Capacity)
        {
            until.Clear();
        }
    }
}
