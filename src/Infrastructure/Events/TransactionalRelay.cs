using CleanApi.Infrastructure.Queue;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Events;

/// <summary>
/// Hands events to the handlers whose effects are in the database: each effect exactly once, because one transaction has it and the completion of its delivery. What
/// belongs to one organization is handled together; where that fails, one by one, so that only what has failed is tried again.
/// </summary>
internal sealed class TransactionalRelay(TransactionalDeliveries queue, DeliveryRunner runner, QueueMeter meter, ILogger<TransactionalRelay> logger) : Relay(queue, meter, logger)
{
    private readonly QueueMeter meter = meter;

    /// <inheritdoc />
    protected override int AtATime => 3;

    /// <inheritdoc />
    protected override int BatchSize => queue.Table.AtOnce;

    /// <inheritdoc />
    protected override async Task RunAsync(IReadOnlyList<ClaimedDelivery> items, CancellationToken cancellationToken)
    {
        // The streams of which something has failed.
        HashSet<DeliveryStream> held = [];
        foreach (var group in DeliveryStream.Rounds(items))
        {
            var together = group.Where(item => !held.Contains(item.Stream)).ToList();
            if (together.Count > 1 && await TryTogetherAsync(together, cancellationToken))
            {
                continue;
            }

            foreach (var item in together)
            {
                if (!held.Contains(item.Stream) && !await RunAsync(item, cancellationToken))
                {
                    held.Add(item.Stream);
                }
            }
        }

        // What has failed among them has no lease any more.
        await queue.GiveBackAsync([.. items.Where(item => held.Contains(item.Stream))], cancellationToken);
    }

    /// <inheritdoc />
    protected override Task HandleAsync(ClaimedDelivery item, CancellationToken cancellationToken) => runner.HandleTogetherAsync([item], cancellationToken);

    /// <inheritdoc />
    protected override Task CompleteAsync(ClaimedDelivery item) => Task.CompletedTask;

    private async Task<bool> TryTogetherAsync(List<ClaimedDelivery> deliveries, CancellationToken cancellationToken)
    {
        try
        {
            using var limit = LimitOf(cancellationToken);
            await runner.HandleTogetherAsync(deliveries, limit.Token);
            meter.Count(DeliveryQueue.Name, QueueMeter.Completed, deliveries.Count);
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogDebug(exception, "Events could not be handled together; they are handled one by one");
            return false;
        }
    }
}
