using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Settings;
using Npgsql;

namespace CleanApi.Infrastructure.Persistence.Migrations;

/// <summary>
/// Gives stored addresses their canonical form, which SQL cannot compute. Two rows that become one address, or a row whose address is none any more, are
/// somebody's decision: then it changes nothing, and names them.
/// </summary>
internal static class CanonicalAddresses
{
    /// <summary>The migration whose constraints need it. It runs before that file, in the same transaction.</summary>
    public const string Migration = "0018_text";

    private static readonly AddressTable[] Tables =
    [
        new("users.users", "deleted_at is null", "''"),
        new("access.accounts", "deleted_at is null", "''"),
        // One person may have the same address at several providers.
        new("access.external_identities", "deleted_at is null", "id::text"),
        new("invitations.invitations", "status = 'PENDING'", "organization_id::text"),
    ];

    /// <summary>Rewrites the addresses.</summary>
    /// <exception cref="StartException">Names the rows that stand in the way.</exception>
    public static async Task ApplyAsync(NpgsqlConnection owner, CancellationToken cancellationToken)
    {
        // Row-level security holds for the owner as well, who has no tenant.
        await ExecuteAsync(owner, "alter table users.users no force row level security; alter table invitations.invitations no force row level security", cancellationToken);
        List<string> conflicts = [];
        List<(AddressTable Table, AddressRow Row)> changes = [];
        foreach (var table in Tables)
        {
            var rows = await ReadAsync(owner, table, cancellationToken);
            conflicts.AddRange(Conflicts(table, rows));
            changes.AddRange(rows.Where(row => row.Canonical is not null && row.Canonical != row.Stored).Select(row => (table, row)));
        }

        if (conflicts.Count > 0)
        {
            throw new StartException(
                $"The migration {Migration} changed nothing: these rows have no address in canonical form, or share one. Change or delete them, and start again. {string.Join("; ", conflicts)}.");
        }

        foreach (var (table, row) in changes)
        {
            // Not a parameter: the name of one of the tables above.
            await using var update = new NpgsqlCommand($"update {table.Name} set email = $2, version = version + 1 where id = $1", owner);
            update.Parameters.AddWithValue(row.Id);
            update.Parameters.AddWithValue(row.Canonical!);
            await update.ExecuteNonQueryAsync(cancellationToken);
        }

        await ExecuteAsync(owner, "alter table users.users force row level security; alter table invitations.invitations force row level security", cancellationToken);
    }

    // By their ids: addresses of people do not belong into logs.
    private static IEnumerable<string> Conflicts(AddressTable table, IReadOnlyList<AddressRow> rows)
    {
        var used = rows.Where(row => row.IsInUse).ToLookup(row => row.Canonical is null);
        return used[true].Select(row => $"{table.Name} {row.Id}")
            .Concat(used[false].GroupBy(row => (row.Scope, row.Canonical)).Where(group => group.Count() > 1)
                .Select(group => $"{table.Name} {string.Join(" and ", group.Select(row => row.Id))}"));
    }

    // Every address in ASCII without an A-label is in its canonical form already, and is no other address's.
    private static async Task<List<AddressRow>> ReadAsync(NpgsqlConnection owner, AddressTable table, CancellationToken cancellationToken)
    {
        List<AddressRow> rows = [];
        // Not a parameter: names and conditions of one of the tables above.
        await using var command = new NpgsqlCommand(
            $"select id, email, {table.IsInUse}, {table.Scope} from {table.Name} where octet_length(email) <> char_length(email) or email like '%@%xn--%' order by 1", owner);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var stored = reader.GetString(1);
            rows.Add(new(reader.GetGuid(0), stored, EmailAddress.TryParse(stored, out var address) ? address.Value.Value : null, reader.GetBoolean(2), reader.GetString(3)));
        }

        return rows;
    }

    private static async Task ExecuteAsync(NpgsqlConnection owner, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, owner);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // Scope: within what an address is unique, as SQL.
    private sealed record AddressTable(string Name, string IsInUse, string Scope);

    private sealed record AddressRow(Guid Id, string Stored, string? Canonical, bool IsInUse, string Scope);
}
