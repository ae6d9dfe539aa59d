using CleanApi.Application.Common.Events;
using CleanApi.Infrastructure.Persistence;

namespace CleanApi.Infrastructure.Events;

/// <summary>Deliveries to handlers that reach past the database, and so may take their time.</summary>
internal sealed class OutsideDeliveries(EventSubscriptions subscriptions, Database database, TimeProvider clock)
    : DeliveryQueue(subscriptions, isTransactional: false, database, clock);
