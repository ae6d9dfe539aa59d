using CleanApi.Application.Common.Concurrency;
using CleanApi.Domain.Organizations;

namespace CleanApi.Infrastructure.Files;

/// <summary>The turns of pictures that are decoded, by organization.</summary>
internal sealed class AvatarQueue(TimeProvider clock)
{
    private static readonly int Permits = Math.Max(1, Environment.ProcessorCount / 2);
    private static readonly FairLimits Limits = new(Permits, Permits, Queue: 32, QueueOfKey: 16, MaxWait: TimeSpan.FromSeconds(5));

    /// <summary>Whose turn it is.</summary>
    public FairLimiter<OrganizationId> Limiter { get; } = new(Limits, clock);
}
