using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using System.Collections.Concurrent;

namespace CleanApi.Infrastructure.Access;

/// <summary>Buffers the keys' last uses until they are written. Bounded: what does not fit is dropped.</summary>
internal sealed class ApiKeyUses
{
    private const int Capacity = 10_000;

    private readonly ConcurrentDictionary<(OrganizationId Organization, ApiKeyId Key), DateTimeOffset> latest = new();
    private int count;

    /// <summary>Records a use of the caller's key.</summary>
    public void Record(ApiKeyCaller caller, DateTimeOffset now) => Record((caller.OrganizationId, caller.ApiKeyId), now);

    /// <summary>Removes and returns all uses, sorted, so that concurrent writers lock rows in the same order and cannot deadlock.</summary>
    public List<ApiKeyUse> Drain()
    {
        List<ApiKeyUse> drained = [];
        foreach (var (use, _) in latest)
        {
            if (latest.TryRemove(use, out var at))
            {
                Interlocked.Decrement(ref count);
                drained.Add(new ApiKeyUse(use.Organization, use.Key, at));
            }
        }

        drained.Sort(static (one, other) => (one.Organization.Value, one.Key.Value).CompareTo((other.Organization.Value, other.Key.Value)));
        return drained;
    }

    /// <summary>Puts back uses that could not be written; newer ones win.</summary>
    public void Restore(IEnumerable<ApiKeyUse> uses)
    {
        foreach (var use in uses)
        {
            Record((use.Organization, use.Key), use.At);
        }
    }

    private void Record((OrganizationId Organization, ApiKeyId Key) use, DateTimeOffset at)
    {
        if (latest.TryGetValue(use, out var recorded))
        {
            if (recorded < at)
            {
                // Fails only when the entry is drained or updated concurrently.
                latest.TryUpdate(use, at, recorded);
            }
        }
        else if (Volatile.Read(ref count) < Capacity && latest.TryAdd(use, at))
        {
            Interlocked.Increment(ref count);
        }
    }
}
