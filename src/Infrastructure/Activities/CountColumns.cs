using CleanApi.Application.Activities;

namespace CleanApi.Infrastructure.Activities;

/// <summary>Counts as columns, for one statement with all of them.</summary>
internal sealed record CountColumns(DateTime[] Quarters, Guid[] Users, int[] SignIns, int[] Posts, int[] Invitations, int[] Actions)
{
    /// <summary>The columns of counts, in their order.</summary>
    public static CountColumns Of(IReadOnlyList<ActivityCount> counts) => new(
        [.. counts.Select(count => count.Quarter.UtcDateTime)],
        [.. counts.Select(count => count.UserId.Value)],
        [.. counts.Select(count => count.SignIns)],
        [.. counts.Select(count => count.Posts)],
        [.. counts.Select(count => count.Invitations)],
        [.. counts.Select(count => count.Actions)]);
}
