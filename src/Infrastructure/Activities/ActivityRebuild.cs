using System.Data;
using CleanApi.Application.Activities;
using CleanApi.Domain.Organizations;
using CleanApi.Infrastructure.Events;
using CleanApi.Infrastructure.Persistence;
using Npgsql;

namespace CleanApi.Infrastructure.Activities;

/// <summary>
/// Counts again what the event log has, an organization at a time, and replaces what was counted of that time. What is older than the log stays as it was counted.
/// </summary>
/// <remarks>
/// Correct while events come in: the table is locked against the handler, whose transaction first deletes its delivery and then counts. What it has committed has no
/// delivery any more in our snapshot, which is younger than the lock, and is counted here; what it has not, still has one, and is counted by it afterwards.
/// </remarks>
internal sealed class ActivityRebuild(Database database, HandledEvents events)
{
    // SET and LOCK take no snapshot: it is taken by the first query after them. Reading a long log takes longer than a statement of a request may.
    private const string Begin =
        """
        set local statement_timeout = 0; set local lock_timeout = '1min'; set local idle_in_transaction_session_timeout = 0;
        lock table activities.member_quarters in share row exclusive mode
        """;

    /// <summary>The organizations that have events or counts.</summary>
    public async Task<IReadOnlyList<OrganizationId>> OrganizationsAsync(CancellationToken cancellationToken)
    {
        List<OrganizationId> found = [];
        await using NpgsqlConnection connection = await database.Worker.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, "set local statement_timeout = 0", [], cancellationToken);
        await using var command = new NpgsqlCommand(
            "select organization_id from events.outbox_events where organization_id is not null union select organization_id from activities.member_quarters order by 1", connection)
        {
            CommandTimeout = 0,
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(OrganizationId.From(reader.GetGuid(0)));
        }

        return found;
    }

    /// <summary>Counts an organization again: all of it, or nothing changes.</summary>
    /// <returns>How many events were counted, and from when on.</returns>
    public async Task<(long Events, DateTimeOffset From)> RunAsync(OrganizationId organization, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await database.Worker.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await ExecuteAsync(connection, Begin, [], cancellationToken);
        var from = FirstWhole(await events.KeptFromAsync(connection, cancellationToken));
        var (tally, read) = (new ActivityTally(), 0L);
        await foreach (var stored in HandledEvents.ReadAsync(connection, ActivityCounting.Handler, organization, from, cancellationToken))
        {
            read++;
            foreach (var count in ActivityCounting.Of(stored))
            {
                tally.Add(count);
            }
        }

        await ReplaceAsync(connection, organization, from, CountColumns.Of(tally.Counts), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (read, from);
    }

    // Of the quarter that is cut, the log lacks a part.
    private static DateTimeOffset FirstWhole(DateTimeOffset time) => ActivityCounting.QuarterOf(time.AddMinutes(15).AddTicks(-1));

    private static async Task ReplaceAsync(NpgsqlConnection connection, OrganizationId organization, DateTimeOffset from, CountColumns rows, CancellationToken cancellationToken)
    {
        await ExecuteAsync(
            connection,
            "delete from activities.member_quarters where organization_id = $1 and quarter >= $2",
            [new NpgsqlParameter<Guid> { TypedValue = organization.Value }, new NpgsqlParameter<DateTimeOffset> { TypedValue = from }],
            cancellationToken);
        await ExecuteAsync(
            connection,
            """
            insert into activities.member_quarters (organization_id, quarter, user_id, sign_ins, posts, invitations, actions)
            select $1, more.* from unnest($2, $3, $4, $5, $6, $7) as more
            """,
            [
                new NpgsqlParameter<Guid> { TypedValue = organization.Value },
                new NpgsqlParameter<DateTime[]> { TypedValue = rows.Quarters },
                new NpgsqlParameter<Guid[]> { TypedValue = rows.Users },
                new NpgsqlParameter<int[]> { TypedValue = rows.SignIns },
                new NpgsqlParameter<int[]> { TypedValue = rows.Posts },
                new NpgsqlParameter<int[]> { TypedValue = rows.Invitations },
                new NpgsqlParameter<int[]> { TypedValue = rows.Actions },
            ],
            cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
