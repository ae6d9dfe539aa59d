using System.Data.Common;
using CleanApi.Application.Common.Events;
using CleanApi.Infrastructure.Events;
using CleanApi.Infrastructure.Persistence;
using Npgsql;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>A queue to whose first claim the database's answer is lost, after the database has done it.</summary>
internal sealed class LostAnswers(EventSubscriptions subscriptions, Database database, TimeProvider clock) : DeliveryQueue(subscriptions, isTransactional: true, database, clock)
{
    private bool isLost;

    /// <inheritdoc />
    protected override ClaimedDelivery Read(DbDataReader row, Guid id, Guid token, int attempts)
    {
        if (!isLost)
        {
            isLost = true;
            throw new NpgsqlException("Nobody answers.", new TimeoutException());
        }

        return base.Read(row, id, token, attempts);
    }
}
