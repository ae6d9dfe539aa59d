namespace CleanApi.Infrastructure.Queue;

/// <summary>Has somebody look early. Nothing rests on it: what another instance has added, or is committed late, is found by looking.</summary>
internal sealed class Wake : IDisposable
{
    private readonly SemaphoreSlim signal = new(0, 1);

    /// <summary>There may be something soon.</summary>
    public void Call()
    {
        try
        {
            signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // It has been called already and has not looked yet.
        }
    }

    /// <summary>Waits; true when it was called.</summary>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => signal.WaitAsync(atMost, cancellationToken);

    /// <inheritdoc />
    public void Dispose() => signal.Dispose();
}
