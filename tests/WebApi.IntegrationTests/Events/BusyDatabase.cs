using CleanApi.Infrastructure.Events;
using CleanApi.Infrastructure.Queue;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>A worker that gets no connection in time, neither for an item nor to note that.</summary>
internal sealed class BusyDatabase(TransactionalDeliveries queue, QueueMeter meter)
    : QueueWorker<ClaimedDelivery>(queue, DeliveryRetries.Policy, meter, NullLogger.Instance)
{
    /// <inheritdoc />
    protected override int BatchSize => 10;

    /// <inheritdoc />
    protected override Task HandleAsync(ClaimedDelivery item, CancellationToken cancellationToken) => throw NoConnection();

    /// <inheritdoc />
    protected override Verdict Judge(Exception exception) => throw NoConnection();

    private static NpgsqlException NoConnection() => new("The pool is exhausted.", new TimeoutException());
}
