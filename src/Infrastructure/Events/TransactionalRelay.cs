using CleanApi.Infrastructure.Queue;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Events;

/// <summary>
/// Hands events to the handlers whose effects are in the database: each effect exactly once, because one transaction has it and the completion of its delivery. What
/// belongs to one organization is handled together; where that fails, one by one, so that only what has failed is tried again.
/// </summary>
internal sealed class TransactionalRelay(TransactionalDeliveries queue, DeliveryRunner runner, QueueMeter meter, ILogger<TransactionalRelay> logger)
    : QueueWorker<ClaimedDelivery>(queue, DeliveryRetries.Policy, meter, logger)
{
    private readonly QueueMeter meter = meter;

    /// <inheritdoc />
    protected override int AtATime => 3;

    /// <inheritdoc />
    protected override int BatchSize => 200;

    /// <inheritdoc />
    protected override async Task RunAsync(IReadOnlyList<ClaimedDelivery> items, CancellationToken cancellationToken)
    {
        foreach (var group in items.GroupBy(DeliveryRunner.CallerOf))
        {
            var together = group.ToList();
            if (together.Count > 1 && await TryTogetherAsync(together, cancellationToken))
            {
                continue;
            }

            foreach (var item in together)
            {
                await RunAsync(item, cancellationToken);
            }
        }
    }

    /// <inheritdoc />
    protected override async Task HandleAsync(ClaimedDelivery item, CancellationToken cancellationToken)
    {
        if (await runner.HandleTogetherAsync([item], cancellationToken) == 0)
        {
            throw new LeaseLostException();
        }
    }

    /// <inheritdoc />
    protected override Task CompleteAsync(ClaimedDelivery item) => Task.CompletedTask;

    /// <inheritdoc />
    protected override Verdict Judge(Exception exception) => DeliveryFailure.Judge(exception);

    /// <inheritdoc />
    protected override string Describe(Exception exception) => DeliveryFailure.Describe(exception);

    /// <inheritdoc />
    protected override string NameOf(ClaimedDelivery item) => $"{item.Event.Context.Name} for {item.Handler}";

    private async Task<bool> TryTogetherAsync(List<ClaimedDelivery> deliveries, CancellationToken cancellationToken)
    {
        try
        {
            using var limit = LimitOf(cancellationToken);
            var handled = await runner.HandleTogetherAsync(deliveries, limit.Token);
            meter.Count(DeliveryQueue.Name, QueueMeter.Completed, handled);
            meter.Count(DeliveryQueue.Name, QueueMeter.LeaseLost, deliveries.Count - handled);
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogDebug(exception, "Events could not be handled together; they are handled one by one");
            return false;
        }
    }
}
