namespace CleanApi.Infrastructure.Events;

/// <summary>A handler does not get this event any more.</summary>
internal sealed class UnknownDeliveryException(ClaimedDelivery delivery) : Exception($"{delivery.Handler} does not handle {delivery.Event.Context.Name}.");
