using CleanApi.Infrastructure.Queue;
using Microsoft.Extensions.Logging;
using Polly.CircuitBreaker;

namespace CleanApi.Infrastructure.Events;

/// <summary>Hands events to the handlers that reach past the database, at least once each: of one stream at a time, in its order.</summary>
internal sealed class OutsideRelay(OutsideDeliveries queue, DeliveryRunner runner, QueueMeter meter, ILogger<OutsideRelay> logger) : Relay(queue, meter, logger)
{
    // Whoever begins in the first half of the lease has the other one to end in.
    private const double Beginning = 0.5;

    /// <inheritdoc />
    protected override int AtATime => 8;

    /// <inheritdoc />
    protected override async Task RunAsync(IReadOnlyList<ClaimedDelivery> items, CancellationToken cancellationToken)
    {
        using var beginning = new CancellationTokenSource(queue.Table.Lease * Beginning);
        for (var index = 0; index < items.Count; index++)
        {
            if ((index > 0 && beginning.IsCancellationRequested) || !await RunAsync(items[index], cancellationToken))
            {
                await queue.GiveBackAsync([.. items.Skip(index)], cancellationToken);
                return;
            }
        }
    }

    /// <inheritdoc />
    protected override Task HandleAsync(ClaimedDelivery item, CancellationToken cancellationToken) => runner.HandleAsync(item, cancellationToken);

    // What is down is not asked for each event that waits for it.
    /// <inheritdoc />
    protected override TimeSpan Pause(ClaimedDelivery item, Exception exception)
    {
        if (exception is not BrokenCircuitException { RetryAfter: { } closed })
        {
            return base.Pause(item, exception);
        }

        queue.LeaveOut(item.Handler, closed);
        return base.Pause(item, exception) + closed;
    }
}
