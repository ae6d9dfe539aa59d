using CleanApi.Domain.Users;

namespace CleanApi.Application.Activities;

/// <summary>Counts of one organization, added up by quarter of an hour and member.</summary>
public sealed class ActivityTally
{
    private readonly Dictionary<(DateTimeOffset Quarter, UserId User), ActivityCount> counts = [];

    /// <summary>The sums, by quarter and member: in an order in which all lock their rows.</summary>
    public IReadOnlyList<ActivityCount> Counts => [.. counts.Values.OrderBy(count => count.Quarter).ThenBy(count => count.UserId.Value)];

    /// <summary>Adds one.</summary>
    public void Add(ActivityCount count)
    {
        ArgumentNullException.ThrowIfNull(count);
        var key = (count.Quarter, count.UserId);
        counts[key] = counts.TryGetValue(key, out var sum) ? sum.Plus(count) : count;
    }
}
