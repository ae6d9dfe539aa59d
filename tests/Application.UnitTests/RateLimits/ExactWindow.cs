namespace CleanApi.Application.UnitTests.RateLimits;

/// <summary>What a sliding window approximates: the times of all admitted requests.</summary>
internal sealed class ExactWindow(int permits, TimeSpan length)
{
    private readonly Queue<DateTimeOffset> admitted = new();

    /// <summary>Admits a request unless there were as many as may be within the window.</summary>
    public bool Count(DateTimeOffset now)
    {
        while (admitted.TryPeek(out var first) && first <= now - length)
        {
            admitted.Dequeue();
        }

        if (admitted.Count >= permits)
        {
            return false;
        }

        admitted.Enqueue(now);
        return true;
    }
}
