using System.Threading.RateLimiting;
using CleanApi.Domain.Organizations;

namespace CleanApi.Infrastructure.Events;

/// <summary>
/// Lets the streams of an organization take turns at reading what precedes their beginning: what is read again from the log is load on the database of all,
/// however many of them begin at an old place.
/// </summary>
internal sealed class LookBacks : IDisposable
{
    /// <summary>Reads of an organization that are under way at a time.</summary>
    internal const int AtATime = 2;

    private readonly PartitionedRateLimiter<OrganizationId> turns = PartitionedRateLimiter.Create<OrganizationId, OrganizationId>(organization =>
        RateLimitPartition.GetConcurrencyLimiter(organization, static _ => new() { PermitLimit = AtATime, QueueLimit = int.MaxValue }));

    /// <summary>Reads, when it is the organization's turn.</summary>
    public async Task<T> ReadAsync<T>(OrganizationId organization, Func<Task<T>> read, CancellationToken cancellationToken)
    {
        using var turn = await turns.AcquireAsync(organization, 1, cancellationToken);
        return await read();
    }

    /// <inheritdoc />
    public void Dispose() => turns.Dispose();
}
