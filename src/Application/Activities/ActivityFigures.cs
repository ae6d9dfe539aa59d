namespace CleanApi.Application.Activities;

/// <summary>How much went on.</summary>
/// <param name="SignIns">How often somebody signed in, or switched to the organization.</param>
/// <param name="ActivePeople">How many people signed in or changed something, each counted once.</param>
/// <param name="Posts">How many posts were created.</param>
/// <param name="Invitations">How many invitations were created.</param>
public sealed record ActivityFigures(long SignIns, long ActivePeople, long Posts, long Invitations)
{
    /// <summary>Nothing.</summary>
    public static ActivityFigures None { get; } = new(0, 0, 0, 0);
}
