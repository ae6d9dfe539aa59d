using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using CleanApi.Application.Common.Events;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using MediatR;

namespace CleanApi.Application.Activities;

internal sealed class GetActivityHandler(IActivityStore counts, IUserDirectory users, ICallerContext context, TimeProvider clock)
    : IRequestHandler<GetActivity, ActivityResponse>
{
    public async Task<ActivityResponse> Handle(GetActivity query, CancellationToken cancellationToken)
    {
        var period = ActivityPeriod.Of(query, clock.GetUtcNow());
        var tellsMembers = context.Required.Has(Permissions.ActivityReadMembers);
        var sums = await counts.SumAsync(period.Starts, period.End, tellsMembers ? IUserDirectory.MaxIds : 0, cancellationToken);
        var response = new ActivityResponse(
            context.Required.OrganizationId,
            query.Interval,
            query.Tz,
            period.From,
            period.To,
            sums.Total,
            [.. period.Days.Select((day, index) => BucketOf(period, index, sums))],
            tellsMembers ? await NameAsync(sums, cancellationToken) : null,
            tellsMembers ? sums.MemberCount : null,
            0);
        return response with { Version = VersionOf(response) };
    }

    private static ActivityBucket BucketOf(ActivityPeriod period, int index, ActivitySums sums) => new(
        period.Days[index],
        period.Starts[index],
        index + 1 < period.Starts.Count ? period.Starts[index + 1] : period.End,
        sums.Buckets.GetValueOrDefault(index, ActivityFigures.None));

    // Counts have no version of their own, and names change without them: the same words have the same version, on every instance.
    private static long VersionOf(ActivityResponse response) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(response, EventJson.Options))) & long.MaxValue;

    private async Task<IReadOnlyList<MemberActivity>> NameAsync(ActivitySums sums, CancellationToken cancellationToken)
    {
        if (sums.Members.Count == 0)
        {
            return [];
        }

        var found = await users.ListAsync([.. sums.Members.Select(member => member.Id)], cancellationToken);
        return
        [
            .. sums.Members.Select((member, index) => new MemberActivity(
                member.Id, found[index]?.Name, member.Figures.SignIns, member.Figures.Posts, member.Figures.Invitations, member.Actions)),
        ];
    }
}
