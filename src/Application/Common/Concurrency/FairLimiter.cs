namespace CleanApi.Application.Common.Concurrency;

/// <summary>
/// Limits how much runs at once, and serves those who wait by turns: one of each key, in order of arrival within a key. A flood under one key makes its own wait.
/// The framework's limiters queue all in one line, or without a common bound. Thread-safe.
/// </summary>
/// <typeparam name="TKey">Whose share it is.</typeparam>
/// <param name="limits">How much.</param>
public sealed class FairLimiter<TKey>(FairLimits limits)
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, Share> shares = [];

    // Those with somebody who waits and a permit left of their own.
    private readonly Queue<Share> turns = new();
    private int running;
    private int waiting;

    /// <summary>How much runs.</summary>
    public int Running => Volatile.Read(ref running);

    /// <summary>How many wait.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    /// <summary>Whether one more of a key would be served, at once or later.</summary>
    public bool HasRoom(TKey key)
    {
        lock (gate)
        {
            return !shares.TryGetValue(key, out var share) ? running < limits.Permits || waiting < limits.Queue : IsFree(share) || HasRoom(share);
        }
    }

    /// <summary>Acquires a permit, and waits for it where none is free. False: there is no room to wait. Each true needs one <see cref="Release"/>.</summary>
    /// <exception cref="OperationCanceledException">Cancelled while it waited.</exception>
    public ValueTask<bool> AcquireAsync(TKey key, CancellationToken cancellationToken)
    {
        LinkedListNode<TaskCompletionSource> waiter;
        lock (gate)
        {
            var share = ShareOf(key);
            if (IsFree(share))
            {
                Begin(share);
                return ValueTask.FromResult(true);
            }

            if (!HasRoom(share))
            {
                Forget(share);
                return ValueTask.FromResult(false);
            }

            waiter = share.Waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            Volatile.Write(ref waiting, waiting + 1);
            Line(share);
        }

        return WaitAsync(key, waiter, cancellationToken);
    }

    /// <summary>Gives a permit back.</summary>
    public void Release(TKey key)
    {
        lock (gate)
        {
            var share = shares[key];
            Volatile.Write(ref running, running - 1);
            share.Running--;
            Line(share);
            ServeNext();
            Forget(share);
        }
    }

    private async ValueTask<bool> WaitAsync(TKey key, LinkedListNode<TaskCompletionSource> waiter, CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.UnsafeRegister(_ => Leave(key, waiter, cancellationToken), null);
        await waiter.Value.Task;
        return true;
    }

    private void Leave(TKey key, LinkedListNode<TaskCompletionSource> waiter, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            // Whoever has been served already gives the permit back.
            if (waiter.List is { } line)
            {
                line.Remove(waiter);
                Volatile.Write(ref waiting, waiting - 1);
                Forget(shares[key]);
                waiter.Value.TrySetCanceled(cancellationToken);
            }
        }
    }

    private void ServeNext()
    {
        while (running < limits.Permits && turns.TryDequeue(out var share))
        {
            share.IsInLine = false;
            if (share.Waiting.First is { } first && share.Running < limits.PermitsOfKey)
            {
                share.Waiting.RemoveFirst();
                Volatile.Write(ref waiting, waiting - 1);
                Begin(share);
                Line(share);
                first.Value.TrySetResult();
            }
            else
            {
                Forget(share);
            }
        }
    }

    private void Begin(Share share)
    {
        Volatile.Write(ref running, running + 1);
        share.Running++;
    }

    // A permit is free only while nobody waits who could have it: it would have been given to them.
    private bool IsFree(Share share) => running < limits.Permits && share.Running < limits.PermitsOfKey;

    private bool HasRoom(Share share) => waiting < limits.Queue && share.Waiting.Count < limits.QueueOfKey;

    private void Line(Share share)
    {
        if (!share.IsInLine && share.Waiting.Count > 0 && share.Running < limits.PermitsOfKey)
        {
            share.IsInLine = true;
            turns.Enqueue(share);
        }
    }

    private Share ShareOf(TKey key) => shares.TryGetValue(key, out var share) ? share : shares[key] = new Share(key);

    // Nothing is kept of who has left.
    private void Forget(Share share)
    {
        if (share is { Running: 0, Waiting.Count: 0, IsInLine: false })
        {
            shares.Remove(share.Key);
        }
    }

    private sealed class Share(TKey key)
    {
        public TKey Key => key;

        public LinkedList<TaskCompletionSource> Waiting { get; } = new();

        public int Running { get; set; }

        public bool IsInLine { get; set; }
    }
}
