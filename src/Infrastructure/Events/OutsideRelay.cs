using CleanApi.Infrastructure.Queue;
using Microsoft.Extensions.Logging;
using Polly.CircuitBreaker;

namespace CleanApi.Infrastructure.Events;

/// <summary>Hands events to the handlers that reach past the database, at least once each.</summary>
internal sealed class OutsideRelay(OutsideDeliveries queue, DeliveryRunner runner, QueueMeter meter, ILogger<OutsideRelay> logger)
    : QueueWorker<ClaimedDelivery>(queue, DeliveryRetries.Policy, meter, logger)
{
    /// <inheritdoc />
    protected override int AtATime => 8;

    /// <inheritdoc />
    protected override Task HandleAsync(ClaimedDelivery item, CancellationToken cancellationToken) => runner.HandleAsync(item, cancellationToken);

    // What is down is not asked for each event that waits for it.
    /// <inheritdoc />
    protected override TimeSpan Pause(ClaimedDelivery item, Exception exception) =>
        base.Pause(item, exception) + ((exception as BrokenCircuitException)?.RetryAfter ?? TimeSpan.Zero);

    /// <inheritdoc />
    protected override Verdict Judge(Exception exception) => DeliveryFailure.Judge(exception);

    /// <inheritdoc />
    protected override string Describe(Exception exception) => DeliveryFailure.Describe(exception);

    /// <inheritdoc />
    protected override string NameOf(ClaimedDelivery item) => $"{item.Event.Context.Name} for {item.Handler}";
}
