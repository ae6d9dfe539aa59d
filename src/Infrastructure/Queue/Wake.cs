namespace CleanApi.Infrastructure.Queue;

/// <summary>Has somebody look early. Nothing rests on it: what another instance has added, or is committed late, is found by looking.</summary>
internal sealed class Wake : IDisposable
{
    private readonly SemaphoreSlim signal = new(0, 1);
    private int isCalled;

    /// <summary>There may be something soon. Of many calls before a look the first one counts, and the others cost nothing.</summary>
    public void Call()
    {
        if (Interlocked.Exchange(ref isCalled, 1) == 0)
        {
            signal.Release();
        }
    }

    /// <summary>Waits; true when it was called. Whoever calls from here on has it looked again.</summary>
    public async Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        if (!await signal.WaitAsync(atMost, cancellationToken))
        {
            return false;
        }

        Volatile.Write(ref isCalled, 0);
        return true;
    }

    /// <summary>A look begins, which serves all who have called until now.</summary>
    public Task BeginLookAsync(CancellationToken cancellationToken) => WaitAsync(TimeSpan.Zero, cancellationToken);

    /// <inheritdoc />
    public void Dispose() => signal.Dispose();
}
