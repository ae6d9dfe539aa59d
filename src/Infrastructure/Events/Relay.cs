using CleanApi.Infrastructure.Queue;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Events;

/// <summary>
/// Hands events to handlers. A batch has consecutive events of a stream, for one handler: they are handled one after another, and at the first that fails the rest is
/// given back, behind it and with no attempt spent.
/// </summary>
internal abstract class Relay(DeliveryQueue queue, QueueMeter meter, ILogger logger) : QueueWorker<ClaimedDelivery>(queue, DeliveryRetries.Policy, meter, logger)
{
    /// <inheritdoc />
    protected override Verdict Judge(Exception exception) => DeliveryFailure.Judge(exception);

    /// <inheritdoc />
    protected override string Describe(Exception exception) => DeliveryFailure.Describe(exception);

    /// <inheritdoc />
    protected override string NameOf(ClaimedDelivery item) => $"{item.Event.Context.Name} {item.Event.Context.Id} for {item.Handler}, delivery";

    /// <inheritdoc />
    protected override string IdOf(ClaimedDelivery item) => item.Event.Context.DeliveryId.ToString();
}
