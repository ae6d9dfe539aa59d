using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Activities;

/// <summary>How much went on in an organization.</summary>
/// <param name="OrganizationId">The organization.</param>
/// <param name="Interval">What a bucket is.</param>
/// <param name="Tz">The time zone of the days.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Total">Over all buckets.</param>
/// <param name="Buckets">All of them in their order, also those in which nothing went on.</param>
/// <param name="Members">By member; null where the caller may not read that.</param>
/// <param name="MemberCount">How many members have a count; null as they are.</param>
/// <param name="Version">Of what is told: the same counts have the same.</param>
public sealed record ActivityResponse(
    OrganizationId OrganizationId,
    string Interval,
    string Tz,
    DateOnly From,
    DateOnly To,
    ActivityFigures Total,
    IReadOnlyList<ActivityBucket> Buckets,
    IReadOnlyList<MemberActivity>? Members,
    long? MemberCount,
    long Version) : IVersioned;
