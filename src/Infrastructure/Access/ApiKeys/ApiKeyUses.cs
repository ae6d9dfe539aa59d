using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using System.Collections.Concurrent;

namespace CleanApi.Infrastructure.Access;

/// <summary>Which keys were used since the last time that was stored. Bounded: what does not fit is not noted, and the next use is.</summary>
internal sealed class ApiKeyUses
{
    private const int Capacity = 10_000;

    private readonly ConcurrentDictionary<(OrganizationId Organization, ApiKeyId Key), DateTimeOffset> latest = new();
    private int count;

    /// <summary>Notes that a caller's key was used. Costs a request nothing but this.</summary>
    public void Note(ApiKeyCaller caller, DateTimeOffset now) => Note((caller.OrganizationId, caller.ApiKeyId), now);

    /// <summary>Takes out all that was noted, in an order that is the same everywhere, so that two who store do not wait for each other in a circle.</summary>
    public List<ApiKeyUse> Take()
    {
        List<ApiKeyUse> taken = [];
        foreach (var (use, _) in latest)
        {
            if (latest.TryRemove(use, out var at))
            {
                Interlocked.Decrement(ref count);
                taken.Add(new ApiKeyUse(use.Organization, use.Key, at));
            }
        }

        taken.Sort(static (one, other) => (one.Organization.Value, one.Key.Value).CompareTo((other.Organization.Value, other.Key.Value)));
        return taken;
    }

    /// <summary>Puts back what could not be stored; what was noted meanwhile is newer and stays.</summary>
    public void PutBack(IEnumerable<ApiKeyUse> uses)
    {
        foreach (var use in uses)
        {
            Note((use.Organization, use.Key), use.At);
        }
    }

    private void Note((OrganizationId Organization, ApiKeyId Key) use, DateTimeOffset at)
    {
        if (latest.TryGetValue(use, out var noted))
        {
            if (noted < at)
            {
                // Lost only when it is taken out or noted at this very moment.
                latest.TryUpdate(use, at, noted);
            }
        }
        else if (Volatile.Read(ref count) < Capacity && latest.TryAdd(use, at))
        {
            Interlocked.Increment(ref count);
        }
    }
}
