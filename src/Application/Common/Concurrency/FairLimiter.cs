namespace CleanApi.Application.Common.Concurrency;

/// <summary>
/// Limits how much runs at once, and serves those who wait by turns, one of each key: a flood under one key makes its own wait. Within a key it is the order of
/// arrival while everybody is served in time, and else whoever came last: of more than can be served, those who are served are served soon, and the others are
/// refused when they have waited for so long as one may. How many can be served is measured: a queue that was late once goes back to the order of arrival. (Adaptive LIFO: B. Maurer, "Fail at Scale", ACM Queue 13(8), 2015.)
/// The framework's limiters queue all in one line, or without a common bound. Thread-safe.
/// </summary>
/// <typeparam name="TKey">Whose share it is.</typeparam>
public sealed class FairLimiter<TKey>
    where TKey : notnull
{
    // One timer for all who wait: it looks for those who are late so many times within the longest wait.
    private const int LooksPerWait = 16;

    private readonly FairLimits limits;
    private readonly TimeProvider clock;
    private readonly ITimer timer;
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, FairShare<TKey>> shares = [];

    // Those with somebody who waits and a permit left of their own.
    private readonly Queue<FairShare<TKey>> turns = new();
    private int running;
    private int waiting;
    private bool isTimerSet;

    /// <summary>Creates a limiter that lives as long as the program. The clock measures the wait.</summary>
    public FairLimiter(FairLimits limits, TimeProvider clock)
    {
        (this.limits, this.clock) = (limits, clock);
        timer = clock.CreateTimer(static limiter => ((FairLimiter<TKey>)limiter!).RefuseLate(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

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

    /// <summary>
    /// Acquires a permit, and waits for it where none is free. False: there is no room to wait, or it has waited for too long. Each true needs one <see cref="Release"/>.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled while it waited.</exception>
    public ValueTask<bool> AcquireAsync(TKey key, CancellationToken cancellationToken)
    {
        LinkedListNode<FairWaiter> waiter;
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

            waiter = share.Waiting.AddLast(new FairWaiter(clock.GetTimestamp()));
            Volatile.Write(ref waiting, waiting + 1);
            Line(share);
            isTimerSet = isTimerSet || SetTimer();
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

    private async ValueTask<bool> WaitAsync(TKey key, LinkedListNode<FairWaiter> waiter, CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.UnsafeRegister(_ => Leave(key, waiter, cancellationToken), null);
        return await waiter.Value.Task;
    }

    private void Leave(TKey key, LinkedListNode<FairWaiter> waiter, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            // Whoever has been served already gives the permit back.
            if (waiter.List is not null)
            {
                Remove(shares[key], waiter);
                Forget(shares[key]);
                waiter.Value.TrySetCanceled(cancellationToken);
            }
        }
    }

    private void RefuseLate()
    {
        lock (gate)
        {
            foreach (var share in shares.Values)
            {
                share.Look(LooksPerWait);
                while (share.Waiting.First is { } oldest && HasWaited(oldest, limits.MaxWait))
                {
                    Remove(share, oldest);
                    oldest.Value.TrySetResult(false);
                }

                Forget(share);
            }

            isTimerSet = waiting > 0 && SetTimer();
        }
    }

    private bool SetTimer() => timer.Change(limits.MaxWait / LooksPerWait, Timeout.InfiniteTimeSpan);

    private void ServeNext()
    {
        while (running < limits.Permits && turns.TryDequeue(out var share))
        {
            share.IsInLine = false;
            if (Next(share) is { } next && share.Running < limits.PermitsOfKey)
            {
                Remove(share, next);
                share.Served++;
                Begin(share);
                Line(share);
                next.Value.TrySetResult(true);
            }
            else
            {
                Forget(share);
            }
        }
    }

    // Whoever is late because of a pause is served all the same, as long as the queue is no longer than what is served in time.
    private LinkedListNode<FairWaiter>? Next(FairShare<TKey> share) =>
        share.Waiting.First is { } oldest && HasWaited(oldest, limits.MaxWait / 2) && share.Waiting.Count > share.ServedPerWait ? share.Waiting.Last : share.Waiting.First;

    private bool HasWaited(LinkedListNode<FairWaiter> waiter, TimeSpan time) => clock.GetElapsedTime(waiter.Value.Since) >= time;

    private void Remove(FairShare<TKey> share, LinkedListNode<FairWaiter> waiter)
    {
        share.Waiting.Remove(waiter);
        Volatile.Write(ref waiting, waiting - 1);
    }

    private void Begin(FairShare<TKey> share)
    {
        Volatile.Write(ref running, running + 1);
        share.Running++;
    }

    // A permit is free only while nobody waits who could have it: it would have been given to them.
    private bool IsFree(FairShare<TKey> share) => running < limits.Permits && share.Running < limits.PermitsOfKey;

    private bool HasRoom(FairShare<TKey> share) => waiting < limits.Queue && share.Waiting.Count < limits.QueueOfKey;

    private void Line(FairShare<TKey> share)
    {
        if (!share.IsInLine && share.Waiting.Count > 0 && share.Running < limits.PermitsOfKey)
        {
            share.IsInLine = true;
            turns.Enqueue(share);
        }
    }

    private FairShare<TKey> ShareOf(TKey key) => shares.TryGetValue(key, out var share) ? share : shares[key] = new FairShare<TKey>(key);

    // Nothing is kept of who has left.
    private void Forget(FairShare<TKey> share)
    {
        if (share is { Running: 0, Waiting.Count: 0, IsInLine: false })
        {
            shares.Remove(share.Key);
        }
    }
}
