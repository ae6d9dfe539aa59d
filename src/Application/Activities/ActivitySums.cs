using CleanApi.Domain.Users;

namespace CleanApi.Application.Activities;

/// <summary>Sums of counts.</summary>
/// <param name="Total">Over all buckets. Whoever was active in several is one person.</param>
/// <param name="Buckets">By the number of the bucket, from 0 on; those without a count are not there.</param>
/// <param name="Members">By member, those with most actions first.</param>
/// <param name="MemberCount">How many members have a count.</param>
public sealed record ActivitySums(
    ActivityFigures Total, IReadOnlyDictionary<int, ActivityFigures> Buckets, IReadOnlyList<(UserId Id, ActivityFigures Figures, long Actions)> Members, long MemberCount);
