using CleanApi.Infrastructure.Time;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.RateLimits;

/// <summary>Deletes the rows of ended windows, every ten minutes. Counting does not depend on it.</summary>
internal sealed class RateLimitHousekeeping(PostgresRateLimitStore store, TimeProvider clock, ILogger<RateLimitHousekeeping> logger)
    : PeriodicJob(TimeSpan.FromMinutes(10), clock, logger)
{
    /// <inheritdoc />
    internal override Task RunOnceAsync(CancellationToken cancellationToken) => store.DeleteEndedAsync(Clock.GetUtcNow(), cancellationToken);
}
