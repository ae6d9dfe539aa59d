using CleanApi.Application.Common.Events;
using CleanApi.Infrastructure.Persistence;

namespace CleanApi.Infrastructure.Events;

/// <summary>Deliveries to handlers whose effects are in the database.</summary>
internal sealed class TransactionalDeliveries(EventSubscriptions subscriptions, Database database, TimeProvider clock)
    : DeliveryQueue(subscriptions, isTransactional: true, database, clock);
