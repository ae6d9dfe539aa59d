using CleanApi.Infrastructure.Events;
using CleanApi.Infrastructure.Queue;
using Microsoft.Extensions.Logging.Abstractions;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>Works on one delivery of a batch, and is stopped while it works on the second.</summary>
internal sealed class StoppingWorker(TransactionalDeliveries queue, QueueMeter meter)
    : QueueWorker<ClaimedDelivery>(queue, DeliveryRetries.Policy, meter, NullLogger.Instance)
{
    /// <summary>Stops.</summary>
    public CancellationTokenSource Stop { get; } = new();

    /// <summary>How many it has completed.</summary>
    public int Completed { get; private set; }

    /// <inheritdoc />
    protected override int BatchSize => 10;

    /// <inheritdoc />
    public override void Dispose()
    {
        Stop.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task HandleAsync(ClaimedDelivery item, CancellationToken cancellationToken)
    {
        if (Completed == 1)
        {
            await Stop.CancelAsync();
        }

        cancellationToken.ThrowIfCancellationRequested();
        Completed++;
    }
}
