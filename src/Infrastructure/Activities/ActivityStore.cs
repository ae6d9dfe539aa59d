using CleanApi.Application.Activities;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Persistence.Interceptors;
using Npgsql;

namespace CleanApi.Infrastructure.Activities;

/// <inheritdoc cref="IActivityStore" />
internal sealed class ActivityStore(CleanApiDbContext db, Database database, ICallerContext context, TimeProvider clock) : IActivityStore
{
    // Members first by bucket: so nothing has to be counted distinctly. The plan is held by a test.
    internal const string Sums =
        """
        with mine as (
          select width_bucket(quarter, @starts) - 1 as bucket, user_id,
            sum(sign_ins) as sign_ins, sum(posts) as posts, sum(invitations) as invitations, sum(actions) as actions
          from activities.member_quarters where organization_id = @organization and quarter >= @start and quarter < @end
          group by bucket, user_id
        ), members as (
          select user_id, sum(sign_ins) as sign_ins, sum(posts) as posts, sum(invitations) as invitations, sum(actions) as actions from mine group by user_id
        ), most as (
          select * from members order by actions desc, user_id limit @members
        )
        select bucket, null::uuid as user_id, count(*) filter (where actions > 0), sum(sign_ins)::bigint, sum(posts)::bigint, sum(invitations)::bigint, 0::bigint
        from mine group by bucket
        union all
        select null, user_id, 0, sign_ins::bigint, posts::bigint, invitations::bigint, actions::bigint from most
        union all
        select null, null, count(*) filter (where actions > 0),
          coalesce(sum(sign_ins), 0)::bigint, coalesce(sum(posts), 0)::bigint, coalesce(sum(invitations), 0)::bigint, count(*)
        from members
        """;

    private PendingCounts? pending;

    /// <inheritdoc />
    public void Add(ActivityCount count)
    {
        // What a save has written, or an attempt that was rolled back has left, is no more.
        if (pending is null || !db.AfterSave.Contains(pending.WriteAsync))
        {
            pending = new PendingCounts(db, context.Required.OrganizationId);
            db.AfterSave.Add(pending.WriteAsync);
        }

        pending.Tally.Add(count);
    }

    /// <inheritdoc />
    public async Task<ActivitySums> SumAsync(IReadOnlyList<DateTimeOffset> starts, DateTimeOffset end, int members, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await database.Application.OpenConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = TenantStatement.For(context.Required, command, clock.GetUtcNow()) + Sums;
        command.Parameters.Add(new NpgsqlParameter<Guid>("organization", context.Required.OrganizationId.Value));
        command.Parameters.Add(new NpgsqlParameter<DateTime[]>("starts", [.. starts.Select(start => start.UtcDateTime)]));
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("start", starts[0]));
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("end", end));
        command.Parameters.Add(new NpgsqlParameter<int>("members", members));
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            throw TenantInterceptor.InvalidSession();
        }

        await reader.NextResultAsync(cancellationToken);
        return await ReadAsync(reader, cancellationToken);
    }

    private static async Task<ActivitySums> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var (total, memberCount) = (ActivityFigures.None, 0L);
        Dictionary<int, ActivityFigures> buckets = [];
        List<(UserId Id, ActivityFigures Figures, long Actions)> members = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            var figures = new ActivityFigures(reader.GetInt64(3), reader.GetInt64(2), reader.GetInt64(4), reader.GetInt64(5));
            if (!reader.IsDBNull(0))
            {
                buckets.Add(reader.GetInt32(0), figures);
            }
            else if (!reader.IsDBNull(1))
            {
                members.Add((UserId.From(reader.GetGuid(1)), figures, reader.GetInt64(6)));
            }
            else
            {
                (total, memberCount) = (figures, reader.GetInt64(6));
            }
        }

        return new ActivitySums(total, buckets, [.. members.OrderByDescending(member => member.Actions).ThenBy(member => member.Id.Value)], memberCount);
    }
}
