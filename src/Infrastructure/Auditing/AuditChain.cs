using CleanApi.Application.Auditing;
using CleanApi.Domain.Auditing;
using CleanApi.Domain.Organizations;
using CleanApi.Infrastructure.Persistence;
using Npgsql;

namespace CleanApi.Infrastructure.Auditing;

/// <summary>Reads chains as the worker, which sees the seals; a statement is about one organization, which the caller names.</summary>
internal sealed class AuditChain(Database database) : IAuditChain
{
    // Seals that one statement compares: short, however long the chain is.
    private const int Batch = 10_000;

    /// <inheritdoc />
    public async Task<AuditVerificationResponse> VerifyAsync(OrganizationId organizationId, CancellationToken cancellationToken)
    {
        // The end of the chain at the beginning: what is sealed meanwhile is not compared.
        var head = await HeadAsync(organizationId, cancellationToken);
        var (position, hash, compared) = (head.DroppedPosition, head.DroppedHash, 0L);
        AuditBreak? broken = null;
        while (broken is null && position < head.Position)
        {
            var batch = await CompareAsync(organizationId, position, hash, Math.Min(Batch, head.Position - position), cancellationToken);
            compared += batch.Checked;
            broken = batch.Broken ?? (batch.Last == Math.Min(position + Batch, head.Position) ? null : new AuditBreak(AuditFault.Missing, batch.Last + 1, null));
            (position, hash) = (batch.Last, batch.Hash);
        }

        if (broken is null && !hash.AsSpan().SequenceEqual(head.Hash))
        {
            broken = new AuditBreak(AuditFault.Moved, position, null);
        }

        var (unsealed, inserted) = await UnsealedAsync(organizationId, cancellationToken);
        broken ??= inserted is null ? null : new AuditBreak(AuditFault.Inserted, null, inserted);
        return new(organizationId, compared, unsealed, position, hash.Length == 0 ? null : Convert.ToHexStringLower(hash), broken);
    }

    /// <summary>The organizations that have a chain.</summary>
    public async Task<IReadOnlyList<OrganizationId>> AllAsync(CancellationToken cancellationToken)
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

    private async Task<(long Position, byte[] Hash, long DroppedPosition, byte[] DroppedHash)> HeadAsync(OrganizationId organizationId, CancellationToken cancellationToken)
    {
        await using var command = database.Worker.CreateCommand("select position, hash, dropped_position, dropped_hash from app.audit_chains where chain = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = organizationId.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), reader.GetInt64(2), reader.GetFieldValue<byte[]>(3))
            : (0, [], 0, []);
    }

    private async Task<(int Checked, long Last, byte[] Hash, AuditBreak? Broken)> CompareAsync(
        OrganizationId organizationId, long position, byte[] hash, long most, CancellationToken cancellationToken)
    {
        await using var command = database.Worker.CreateCommand("select * from app.verify_audit($1, $2, $3, $4)");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = organizationId.Value });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = position });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = hash });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = (int)most });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var broken = reader.IsDBNull(5) ? null : new AuditBreak(
            Enum.Parse<AuditFault>(reader.GetString(5), ignoreCase: true), reader.GetInt64(3), new AuditLogId(reader.GetGuid(4)));
        return reader.IsDBNull(1) ? (0, position, hash, broken) : (reader.GetInt32(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2), broken);
    }

    private async Task<(long Count, AuditLogId? Inserted)> UnsealedAsync(OrganizationId organizationId, CancellationToken cancellationToken)
    {
        await using var command = database.Worker.CreateCommand(
            """
            select count(*), (array_agg(l.id order by l.id) filter (where l.id < app.audit_sealed_before()))[1]
            from auditing.audit_logs l where l.organization_id = $1 and not exists (select from app.audit_seals s where s.entry = l.id)
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = organizationId.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt64(0), reader.IsDBNull(1) ? null : new AuditLogId(reader.GetGuid(1)));
    }
}
