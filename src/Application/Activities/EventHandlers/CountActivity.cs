using CleanApi.Application.Common.Events;

namespace CleanApi.Application.Activities;

/// <summary>Counts what happens in an organization, in one transaction with the note that it was handled: each event once.</summary>
[EventHandler(ActivityCounting.Handler)]
internal sealed class CountActivity(IActivityStore counts) : IEveryEventHandler
{
    public Task HandleAsync(StoredEvent stored, CancellationToken cancellationToken)
    {
        foreach (var count in ActivityCounting.Of(stored))
        {
            counts.Add(count);
        }

        return Task.CompletedTask;
    }
}
