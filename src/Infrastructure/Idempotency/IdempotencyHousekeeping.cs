using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Idempotency;

/// <summary>Deletes expired answers, once an hour. Correctness does not depend on it: nobody finds one that has expired.</summary>
internal sealed class IdempotencyHousekeeping(DbContextLease lease, TimeProvider clock, ILogger<IdempotencyHousekeeping> logger)
    : PeriodicJob(TimeSpan.FromHours(1), clock, logger)
{
    /// <inheritdoc />
    internal override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = lease.Rent(new SystemCallerContext());
        var now = Clock.GetUtcNow();
        await BatchDeletion.RepeatAsync(
            async cancellation =>
                (await db.Database.SqlQuery<int>($"""select idempotency.purge({now}, {BatchDeletion.Size}) as "Value" """).ToListAsync(cancellation)).Single(),
            cancellationToken);
    }
}
