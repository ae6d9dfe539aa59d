namespace CleanApi.Infrastructure.Queue;

/// <summary>Runs batches beside each other, so many at most.</summary>
/// <param name="number">How many.</param>
internal sealed class BatchSlots(int number) : IDisposable
{
    private readonly SemaphoreSlim free = new(number);
    private readonly HashSet<Task> running = [];

    /// <summary>Waits until one is free, and takes it.</summary>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken);
        running.RemoveWhere(batch => batch.IsCompleted);
    }

    /// <summary>Gives back what was taken for nothing.</summary>
    public void GiveBack() => free.Release();

    /// <summary>Runs a batch in the one that was taken, which is free afterwards.</summary>
    /// <param name="batch">Does not fail.</param>
    public void Run(Func<Task> batch) => running.Add(RunAndReleaseAsync(batch));

    /// <summary>Waits for all that are under way.</summary>
    public Task EndAsync() => Task.WhenAll(running);

    /// <inheritdoc />
    public void Dispose() => free.Dispose();

    private async Task RunAndReleaseAsync(Func<Task> batch)
    {
        await Task.Yield();
        try
        {
            await batch();
        }
        finally
        {
            free.Release();
        }
    }
}
