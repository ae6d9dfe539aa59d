using System.ComponentModel.DataAnnotations;
using CleanApi.Application.Activities;
using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Activities;

/// <summary>How much went on in an organization.</summary>
/// <param name="Id">The organization's id.</param>
/// <param name="Type">Always <c>activity</c>.</param>
/// <param name="Attributes">Its attributes.</param>
public sealed record ActivityResource(OrganizationId Id, string Type, ActivityAttributes Attributes) : IResource<ActivityResource, ActivityResponse>
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "activity";

    /// <inheritdoc />
    public static ActivityResource Of(ActivityResponse activity)
    {
        var total = activity.Total;
        return new(
            activity.OrganizationId,
            TypeName,
            new ActivityAttributes(
                activity.Interval,
                activity.Tz,
                activity.From,
                activity.To,
                total.SignIns,
                total.ActivePeople,
                total.Posts,
                total.Invitations,
                [.. activity.Buckets.Select(BucketAttributes.Of)],
                activity.Members is null ? null : [.. activity.Members.Select(MemberAttributes.Of)],
                activity.MemberCount));
    }

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}

/// <summary>Attributes of an activity: what was counted over all buckets, by bucket and by member.</summary>
/// <param name="Interval">What a bucket is.</param>
/// <param name="Tz">The time zone of the days.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="SignIns">How often somebody signed in, or switched to the organization.</param>
/// <param name="ActivePeople">How many people signed in or changed something: each counts once, in however many buckets.</param>
/// <param name="Posts">How many posts were created, whatever became of them.</param>
/// <param name="Invitations">How many invitations were created; sent again, one is still the same.</param>
/// <param name="Buckets">By day, week or month, in their order, also those in which nothing went on.</param>
/// <param name="Members">Administrators only, and keys with the scope `activity:read_members`, null for others: what each member did, those with most actions first, 100 at most.</param>
/// <param name="MemberCount">How many members did something; null where `members` is.</param>
public sealed record ActivityAttributes(
    [property: AllowedValues("day", "week", "month"), Example("day")] string Interval,
    [property: MaxLength(64), Example("Europe/Berlin")] string Tz,
    [property: Example("2076-01-01")] DateOnly From,
    [property: Example("2076-01-31")] DateOnly To,
    long SignIns,
    long ActivePeople,
    long Posts,
    long Invitations,
    IReadOnlyList<BucketAttributes> Buckets,
    IReadOnlyList<MemberAttributes>? Members,
    long? MemberCount);

/// <summary>What was counted within a day, a week or a month.</summary>
/// <param name="Date">Its first day, in the time zone.</param>
/// <param name="Start">When it begins, UTC.</param>
/// <param name="End">When the next one does, UTC.</param>
/// <param name="SignIns">How often somebody signed in, or switched to the organization.</param>
/// <param name="ActivePeople">How many people signed in or changed something.</param>
/// <param name="Posts">How many posts were created.</param>
/// <param name="Invitations">How many invitations were created.</param>
public sealed record BucketAttributes([property: Example("2076-01-01")] DateOnly Date, DateTimeOffset Start, DateTimeOffset End, long SignIns, long ActivePeople, long Posts, long Invitations)
{
    /// <summary>What clients see of a bucket.</summary>
    public static BucketAttributes Of(ActivityBucket bucket)
    {
        ArgumentNullException.ThrowIfNull(bucket);
        var figures = bucket.Figures;
        return new(bucket.Date, bucket.Start, bucket.End, figures.SignIns, figures.ActivePeople, figures.Posts, figures.Invitations);
    }
}

/// <summary>What a member did.</summary>
/// <param name="UserId">The user's id.</param>
/// <param name="Name">The name; null where the user was deleted.</param>
/// <param name="SignIns">How often they signed in, or switched to the organization.</param>
/// <param name="Posts">How many posts were created that are theirs.</param>
/// <param name="Invitations">How many invitations were created in their name.</param>
/// <param name="Actions">How many events they have caused in person, sign-ins included; their API keys' are not among them.</param>
public sealed record MemberAttributes(
    UserId UserId, [property: Name(NameRule.MaxNameLength), Example("Ada Lovelace")] string? Name, long SignIns, long Posts, long Invitations, long Actions)
{
    /// <summary>What clients see of a member.</summary>
    public static MemberAttributes Of(MemberActivity member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return new(member.UserId, member.Name, member.SignIns, member.Posts, member.Invitations, member.Actions);
    }
}
