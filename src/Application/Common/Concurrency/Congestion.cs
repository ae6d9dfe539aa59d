namespace CleanApi.Application.Common.Concurrency;

/// <summary>Whether requests wait for their turn: what can take longer yields to them. Thread-safe.</summary>
public sealed class Congestion
{
    private volatile Func<int> waiting = static () => 0;

    /// <summary>Whether somebody waits now.</summary>
    public bool IsPresent => waiting() > 0;

    /// <summary>Tells how many requests wait.</summary>
    public void Observe(Func<int> count) => waiting = count;
}
