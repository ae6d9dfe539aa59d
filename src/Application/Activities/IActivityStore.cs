namespace CleanApi.Application.Activities;

/// <summary>The counts of the caller's organization.</summary>
public interface IActivityStore
{
    /// <summary>Adds to the counts, with the save of the unit of work.</summary>
    void Add(ActivityCount count);

    /// <summary>Sums the counts up, in one statement.</summary>
    /// <param name="starts">When each bucket begins, UTC, ascending; at least one.</param>
    /// <param name="end">When the last one ends.</param>
    /// <param name="members">How many members are told at most, those with most actions first; 0: none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<ActivitySums> SumAsync(IReadOnlyList<DateTimeOffset> starts, DateTimeOffset end, int members, CancellationToken cancellationToken);
}
