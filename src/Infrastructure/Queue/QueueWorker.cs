using CleanApi.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Queue;

/// <summary>
/// Works on what is due, at least once: looks early after somebody has added an item, and every five seconds in any case. Several batches are under way at once, and
/// none waits for another to end. What fails is tried again, later each time.
/// </summary>
/// <param name="queue">The queue.</param>
/// <param name="retries">When what has failed is tried again.</param>
/// <param name="meter">Counts.</param>
/// <param name="logger">The worker's log.</param>
internal abstract partial class QueueWorker<T>(LeasedQueue<T> queue, RetryPolicy retries, QueueMeter meter, ILogger logger) : BackgroundService
    where T : IQueued
{
    /// <summary>The queue.</summary>
    protected LeasedQueue<T> Queue { get; } = queue;

    /// <summary>How many batches are under way at once.</summary>
    protected virtual int AtATime => 4;

    /// <summary>How many items a batch has at most.</summary>
    protected virtual int BatchSize => 1;

    /// <summary>Works on one batch that is due now; false when there is none.</summary>
    internal async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var items = await Queue.ClaimAsync(BatchSize, cancellationToken);
        await RunOrGiveBackAsync(items, cancellationToken);
        return items.Count > 0;
    }

    /// <summary>Does what an item asks for.</summary>
    protected abstract Task HandleAsync(T item, CancellationToken cancellationToken);

    /// <summary>Works on a batch: item by item, unless it can be done at once. An item that fails is <see cref="FailAsync"/>'s.</summary>
    protected virtual async Task RunAsync(IReadOnlyList<T> items, CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            await RunAsync(item, cancellationToken);
        }
    }

    /// <summary>Works on one item, and completes it; false where nothing has come of it: it is tried again, given up, or another's.</summary>
    protected async Task<bool> RunAsync(T item, CancellationToken cancellationToken)
    {
        var isDone = false;
        try
        {
            using var limit = LimitOf(cancellationToken);
            await HandleAsync(item, limit.Token);
            isDone = true;
            // Also when the host stops now: who cancelled here would do it twice.
            await CompleteAsync(item);
            meter.Count(Queue.Table.Queue, QueueMeter.Completed);
            return true;
        }
        catch (LeaseLostException)
        {
            meter.Count(Queue.Table.Queue, QueueMeter.LeaseLost);
        }
        catch (Exception exception) when (!isDone && !cancellationToken.IsCancellationRequested)
        {
            await FailAsync(item, exception, cancellationToken);
        }

        return false;
    }

    /// <summary>Ends what is done to an item before its lease does: nobody works on what is another's.</summary>
    protected CancellationTokenSource LimitOf(CancellationToken cancellationToken)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Queue.Table.Limit);
        return limit;
    }

    /// <summary>Completes an item that was handled.</summary>
    protected virtual Task CompleteAsync(T item) => Queue.CompleteAsync(item, CancellationToken.None);

    /// <summary>What a failure means.</summary>
    protected virtual Verdict Judge(Exception exception) => Verdict.Retry;

    /// <summary>A failure in words that may be stored and logged.</summary>
    protected virtual string Describe(Exception exception) => exception.GetType().Name;

    /// <summary>What an item is called in the log.</summary>
    protected virtual string NameOf(T item) => Queue.Table.Queue;

    /// <summary>Its id in the log: the public one, where it has one.</summary>
    protected virtual string IdOf(T item) => item.Id.ToString();

    /// <summary>When an item that has failed is due again.</summary>
    protected virtual TimeSpan Pause(T item, Exception exception) => retries.Pause(item.Attempts);

    /// <summary>Postpones an item that has failed, or gives it up.</summary>
    protected async Task FailAsync(T item, Exception exception, CancellationToken cancellationToken)
    {
        var error = Describe(exception);
        // While what it needs is down nothing is tried, so nothing is spent either: an outage that is longer than the last pause must not end an item.
        var verdict = Judge(exception);
        if (verdict == Verdict.Final || (verdict == Verdict.Retry && item.Attempts >= retries.MaxAttempts))
        {
            await Queue.GiveUpAsync(item, error, cancellationToken);
            meter.Count(Queue.Table.Queue, QueueMeter.GivenUp);
            LogGivenUp(NameOf(item), IdOf(item), item.Attempts, error);
        }
        else
        {
            await Queue.PostponeAsync(item, Pause(item, exception), error, verdict == Verdict.Retry, cancellationToken);
            meter.Count(Queue.Table.Queue, verdict == Verdict.Retry ? QueueMeter.Postponed : QueueMeter.NotTried);
            LogPostponed(NameOf(item), IdOf(item), item.Attempts, error);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // One looks for all, so that an idle queue is asked once; nobody claims what nobody is free for.
        using var slots = new BatchSlots(AtATime);
        try
        {
            await Poll.RunAsync(Queue.Wake, token => LookAsync(slots, token), $"To work on the queue {Queue.Table.Queue}", logger, stoppingToken);
        }
        finally
        {
            await slots.EndAsync();
        }
    }

    private async Task<Found> LookAsync(BatchSlots slots, CancellationToken cancellationToken)
    {
        await slots.TakeAsync(cancellationToken);
        IReadOnlyList<T> items = [];
        try
        {
            items = await Queue.ClaimAsync(BatchSize, cancellationToken);
            return items.Count == 0 ? Found.Nothing : items.Count < BatchSize ? Found.All : Found.Full;
        }
        finally
        {
            if (items.Count > 0)
            {
                slots.Run(() => RunToEndAsync(items, cancellationToken));
            }
            else
            {
                slots.GiveBack();
            }
        }
    }

    private async Task RunToEndAsync(IReadOnlyList<T> items, CancellationToken cancellationToken)
    {
        try
        {
            await RunOrGiveBackAsync(items, cancellationToken);
        }
        catch (Exception exception)
        {
            // What the host's stop has interrupted was given back.
            if (!cancellationToken.IsCancellationRequested)
            {
                LogFailure(exception, Queue.Table.Queue);
            }
        }
        finally
        {
            // What was done may have been in the way of what comes next.
            Queue.Wake.Call();
        }
    }

    // While the host stops, or the database is away or has no time, nothing comes of the rest, which would wait for the end of its lease.
    private async Task RunOrGiveBackAsync(IReadOnlyList<T> items, CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(items, cancellationToken);
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested || DatabaseOutage.MayPass(exception))
        {
            await Queue.GiveBackAsync(items, cancellationToken);
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What is due in the queue {Queue} could not be worked on; the next attempt is in seconds")]
    private partial void LogFailure(Exception exception, string queue);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Item} {Id} has failed (attempt {Attempt}): {Error}")]
    private partial void LogPostponed(string item, string id, int attempt, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Item} {Id} is given up after {Attempts} attempts: {Error}")]
    private partial void LogGivenUp(string item, string id, int attempts, string error);
}
