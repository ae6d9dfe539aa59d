using CleanApi.Application.Auditing;
using CleanApi.Domain.Auditing;
using CleanApi.Domain.Organizations;
using CleanApi.Infrastructure.Persistence;
using Npgsql;
using NpgsqlTypes;

namespace CleanApi.Infrastructure.Auditing;

/// <summary>Reads seals as the worker, which alone may; a statement is about one organization, which the caller names.</summary>
internal sealed class AuditSeals(Database database)
{
    private static readonly AuditChainPlace Start = new(0, "", null);

    /// <summary>The organizations that have a chain.</summary>
    public async Task<IReadOnlyList<OrganizationId>> OrganizationsAsync(CancellationToken cancellationToken)
    {
        List<OrganizationId> all = [];
        await using var command = database.Worker.CreateCommand("select chain from app.audit_chains order by chain");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            all.Add(new OrganizationId(reader.GetGuid(0)));
        }

        return all;
    }

    /// <summary>The ends of a chain; of one that is not there, its beginning.</summary>
    public async Task<AuditChainHead> HeadAsync(OrganizationId organizationId, CancellationToken cancellationToken)
    {
        await using var command = Command("select position, hash, dropped_position, dropped_hash from app.audit_chains where chain = $1", organizationId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new(new(reader.GetInt64(0), Hex(reader, 1), null), new(reader.GetInt64(2), Hex(reader, 3), null))
            : new(Start, Start);
    }

    /// <summary>A place; null: there is no seal there.</summary>
    public async Task<AuditChainPlace?> FindAsync(OrganizationId organizationId, long position, CancellationToken cancellationToken)
    {
        await using var command = Command("select hash, entry from app.audit_seals where chain = $1 and position = $2", organizationId);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = position });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? new(position, Hex(reader, 0), new AuditLogId(reader.GetGuid(1))) : null;
    }

    /// <summary>Compares the seals behind a place with their entries.</summary>
    /// <returns>How many; the last one; the first that does not fit.</returns>
    public async Task<(int Checked, AuditChainPlace Last, AuditBreak? Broken)> CompareAsync(
        OrganizationId organizationId, AuditChainPlace after, int most, CancellationToken cancellationToken)
    {
        await using var command = Command(
            "select checked, last_position, last_hash, last_entry, broken_position, broken_entry, fault from app.verify_audit($1, $2, $3, $4)", organizationId);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after.Position });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = Convert.FromHexString(after.Digest) });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var broken = reader.IsDBNull(6) ? null : new AuditBreak(
            Enum.Parse<AuditFault>(reader.GetString(6), ignoreCase: true), reader.GetInt64(4), new AuditLogId(reader.GetGuid(5)));
        return (reader.GetInt32(0), reader.IsDBNull(1) ? after : new(reader.GetInt64(1), Hex(reader, 2), new AuditLogId(reader.GetGuid(3))), broken);
    }

    /// <summary>The first entry that should have a seal and has none, from the time of one entry until that of another; null: none.</summary>
    public async Task<AuditLogId?> FindInsertedAsync(OrganizationId organizationId, AuditLogId? since, AuditLogId? until, CancellationToken cancellationToken)
    {
        await using var command = Command("select app.find_inserted($1, $2, $3)", organizationId);
        command.Parameters.Add(Entry(since));
        command.Parameters.Add(Entry(until));
        return await command.ExecuteScalarAsync(cancellationToken) is Guid id ? new AuditLogId(id) : null;
    }

    /// <summary>How many entries are to be sealed, 10,000 at most.</summary>
    public async Task<long> UnsealedAsync(OrganizationId organizationId, AuditChainPlace end, CancellationToken cancellationToken)
    {
        // Five minutes, as in app.audit_sealed_before.
        await using var command = Command(
            """
            select count(*) from (
              select from auditing.audit_logs l
              where l.organization_id = $1 and l.created_at >= coalesce(app.time_of($2) - interval '5 minutes', '-infinity') and l.id >= app.audit_sealed_before()
                and not exists (select from app.audit_seals s where s.entry = l.id)
              limit 10000) unsealed
            """,
            organizationId);
        command.Parameters.Add(Entry(end.Entry));
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static string Hex(NpgsqlDataReader reader, int column) => Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(column));

    private static NpgsqlParameter Entry(AuditLogId? entry) => new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = entry is { } id ? id.Value : DBNull.Value };

    private NpgsqlCommand Command(string sql, OrganizationId organizationId)
    {
        var command = database.Worker.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = organizationId.Value });
        return command;
    }
}
