using CleanApi.Application.Common.Security;
using CleanApi.Application.Events;
using CleanApi.Domain.Events;
using CleanApi.Domain.Organizations;
using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Persistence.Interceptors;
using Npgsql;

namespace CleanApi.Infrastructure.Events;

/// <summary>Reads the event log by position: what has one is committed, and so is everything before it.</summary>
internal sealed class EventLog(Database database, TimeProvider clock) : IEventLogEnds
{
    private const string Columns = "id, name, subject_type, subject_id, version, actor_type, actor_id, occurred_at, payload, position";

    // Names are of one collation, in which a prefix is a range and % and _ are characters.
    private const string OfOrganization =
        $"""
        select {Columns}, organization_id from events.outbox_events
        where organization_id = @organization and position > @after and position <= @until
          and (@name is null or name = @name) and (@prefix is null or starts_with(name, @prefix))
          and (@subject is null or (subject_id = @subject and subject_type = @subject_type))
        order by position limit @limit
        """;

    private const string OfAll =
        $"""
        select {Columns}, organization_id from events.outbox_events where position > @after order by position limit @limit
        """;

    /// <inheritdoc />
    public async Task<EventLogEnds> EndsAsync(CancellationToken cancellationToken)
    {
        await using var command = database.Worker.CreateCommand("select last, deleted from app.event_positions");
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new EventLogEnds(reader.GetInt64(0), reader.GetInt64(1));
    }

    /// <summary>What follows a position, of all organizations: for the one reader of this instance.</summary>
    public async Task<IReadOnlyList<(OrganizationId? Organization, EventResponse Event)>> ReadAllAsync(long after, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.Worker.CreateCommand(OfAll);
        command.Parameters.Add(new NpgsqlParameter<long>("after", after));
        command.Parameters.Add(new NpgsqlParameter<int>("limit", limit));
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        return await ReadAsync(reader, cancellationToken);
    }

    /// <summary>What a caller may see of what follows a position, up to another one. Under row-level security, and only while the credential is valid.</summary>
    /// <exception cref="Domain.Errors.AuthenticationError">It is not.</exception>
    public async Task<IReadOnlyList<(OrganizationId? Organization, EventResponse Event)>> ReadAsync(
        Caller caller, EventFilter filter, long after, long until, int limit, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await database.Application.OpenConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = TenantStatement.For(caller, command, clock.GetUtcNow()) + OfOrganization;
        command.Parameters.Add(new NpgsqlParameter<Guid>("organization", caller.OrganizationId.Value));
        command.Parameters.Add(new NpgsqlParameter<long>("after", after));
        command.Parameters.Add(new NpgsqlParameter<long>("until", until));
        command.Parameters.Add(Text("name", filter.Prefix is null ? filter.Type : null));
        command.Parameters.Add(Text("prefix", filter.Prefix));
        command.Parameters.Add(new NpgsqlParameter("subject", NpgsqlTypes.NpgsqlDbType.Uuid) { Value = (object?)filter.Subject?.Id ?? DBNull.Value });
        command.Parameters.Add(Text("subject_type", filter.Subject?.Type));
        command.Parameters.Add(new NpgsqlParameter<int>("limit", limit));
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            throw TenantInterceptor.InvalidSession();
        }

        await reader.NextResultAsync(cancellationToken);
        return await ReadAsync(reader, cancellationToken);
    }

    private static NpgsqlParameter Text(string name, string? value) => new(name, NpgsqlTypes.NpgsqlDbType.Text) { Value = (object?)value ?? DBNull.Value };

    private static async Task<IReadOnlyList<(OrganizationId? Organization, EventResponse Event)>> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        List<(OrganizationId?, EventResponse)> events = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            var one = new EventResponse(
                OutboxEventId.From(reader.GetGuid(0)), reader.GetString(1), reader.GetString(2), reader.GetGuid(3), reader.GetInt64(4),
                reader.IsDBNull(5) ? null : reader.GetString(5), reader.IsDBNull(6) ? null : reader.GetGuid(6), reader.GetFieldValue<DateTimeOffset>(7),
                reader.GetString(8), reader.GetInt64(9));
            events.Add((reader.IsDBNull(10) ? null : OrganizationId.From(reader.GetGuid(10)), one));
        }

        return events;
    }
}
