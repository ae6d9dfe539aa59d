using CleanApi.Domain.Users;

namespace CleanApi.Application.Activities;

/// <summary>What somebody did.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Name">The name; null where the user was deleted.</param>
/// <param name="SignIns">How often they signed in, or switched to the organization.</param>
/// <param name="Posts">How many posts were created that are theirs.</param>
/// <param name="Invitations">How many invitations were created in their name.</param>
/// <param name="Actions">How many events they have caused in person, sign-ins included.</param>
public sealed record MemberActivity(UserId UserId, string? Name, long SignIns, long Posts, long Invitations, long Actions);
