using CleanApi.Domain.Users;

namespace CleanApi.Application.Activities;

/// <summary>What is counted of one member in one quarter of an hour.</summary>
/// <param name="Quarter">When it begins, UTC: every time zone's days begin with a quarter of an hour.</param>
/// <param name="UserId">The member, also one who was deleted since.</param>
/// <param name="SignIns">Sessions that were opened, by signing in or by switching to the organization.</param>
/// <param name="Posts">Posts that were created with the member as author.</param>
/// <param name="Invitations">Invitations in the member's name, each once however often it is sent.</param>
/// <param name="Actions">Events that the member has caused in person. Whoever has one is active.</param>
public sealed record ActivityCount(DateTimeOffset Quarter, UserId UserId, int SignIns, int Posts, int Invitations, int Actions)
{
    /// <summary>Both together; of the same member and quarter.</summary>
    public ActivityCount Plus(ActivityCount other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with
        {
            SignIns = SignIns + other.SignIns,
            Posts = Posts + other.Posts,
            Invitations = Invitations + other.Invitations,
            Actions = Actions + other.Actions,
        };
    }
}
