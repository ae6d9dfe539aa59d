namespace CleanApi.Infrastructure.Mail;

/// <summary>Wakes the sender early. Nothing rests on it: a mail of another instance, or one whose transaction ends late, is found by looking.</summary>
internal sealed class MailWake : IDisposable
{
    private readonly SemaphoreSlim signal = new(0, 1);

    /// <summary>There may be a mail soon.</summary>
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
