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

    private const string OpenToOwner =
        """
        create policy migration on users.users to current_user using (true);
        create policy migration on invitations.invitations to current_user using (true)
        """;

    private const string CloseToOwner = "drop policy migration on users.users; drop policy migration on invitations.invitations";

    // Every address in ASCII without an A-label is in its canonical form already, and is no other address's. The last column is within what it is unique.
    // No event: the mailbox stays the same, and nothing hears of events while the database is migrated.
    private static readonly AddressTable[] Tables =
    [
        new(
            "users.users",
            """
            select id, email, deleted_at is null, '' from users.users
            where octet_length(email) <> char_length(email) or email like '%@%xn--%' order by 1
            """,
            "update users.users set email = $2, version = version + 1 where id = $1"),
        new(
            "access.accounts",
            """
            select id, email, deleted_at is null, '' from access.accounts
            where octet_length(email) <> char_length(email) or email like '%@%xn--%' order by 1
            """,
            "update access.accounts set email = $2, version = version + 1 where id = $1"),
        // One person may have the same address at several providers.
        new(
            "access.external_identities",
            """
            select id, email, deleted_at is null, id::text from access.external_identities
            where octet_length(email) <> char_length(email) or email like '%@%xn--%' order by 1
            """,
            "update access.external_identities set email = $2, version = version + 1 where id = $1"),
        new(
            "invitations.invitations",
            """
            select id, email, status = 'PENDING', organization_id::text from invitations.invitations
            where octet_length(email) <> char_length(email) or email like '%@%xn--%' order by 1
            """,
            "update invitations.invitations set email = $2, version = version + 1 where id = $1"),
    ];

    /// <summary>Rewrites the addresses.</summary>
    /// <exception cref="StartException">Names the rows that stand in the way.</exception>
    public static async Task ApplyAsync(NpgsqlConnection owner, CancellationToken cancellationToken)
    {
        // Row-level security holds for the owner as well, who has no tenant.
        await ExecuteAsync(owner, OpenToOwner, cancellationToken);
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
            await using var update = new NpgsqlCommand(table.Update, owner);
            update.Parameters.AddWithValue(row.Id);
            update.Parameters.AddWithValue(row.Canonical!);
            await update.ExecuteNonQueryAsync(cancellationToken);
        }

        await ExecuteAsync(owner, CloseToOwner, cancellationToken);
    }

    // By their ids: addresses of people do not belong into logs.
    private static IEnumerable<string> Conflicts(AddressTable table, IReadOnlyList<AddressRow> rows)
    {
        var used = rows.Where(row => row.IsInUse).ToLookup(row => row.Canonical is null);
        return used[true].Select(row => $"{table.Name} {row.Id}")
            .Concat(used[false].GroupBy(row => (row.Scope, row.Canonical)).Where(group => group.Count() > 1)
                .Select(group => $"{table.Name} {string.Join(" and ", group.Select(row => row.Id))}"));
    }

    private static async Task<List<AddressRow>> ReadAsync(NpgsqlConnection owner, AddressTable table, CancellationToken cancellationToken)
    {
        List<AddressRow> rows = [];
        await using var command = new NpgsqlCommand(table.Select, owner);
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

    private sealed record AddressTable(string Name, string Select, string Update);

    private sealed record AddressRow(Guid Id, string Stored, string? Canonical, bool IsInUse, string Scope);
}
