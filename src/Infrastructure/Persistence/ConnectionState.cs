using System.Data.Common;
using System.Diagnostics;
using CleanApi.Infrastructure.Settings;
using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>
/// Whether a connection may serve requests: its role must be held by row-level security, because nothing else in the database keeps tenants apart. Checked on every
/// connection that is opened, so neither a wrong setting, nor a pooler that drops what it is told, nor a server that took over gets past it.
/// </summary>
/// <param name="Refusal">Why it may not; null: it may.</param>
/// <param name="IsReadOnly">Whether the server takes no changes: a standby, or one whose administrator says so.</param>
/// <param name="SearchesByIndex">Whether searches may use their index under row-level security: see <see cref="TrigramSearch"/>.</param>
/// <param name="Superuser">The superuser that has signed in and dropped to the role; null: none has.</param>
internal sealed record ConnectionState(string? Refusal, bool IsReadOnly, bool SearchesByIndex, string? Superuser)
{
    // An owner, and whoever can become one, may lift row-level security; a superuser and BYPASSRLS are past it. A role sees in pg_roles what it needs here.
    private const string Select =
        $"""
        select case
            when rolsuper then 'is a superuser'
            when rolbypassrls then 'bypasses row-level security'
            when not pg_has_role(oid, '{DatabaseRoles.Application}', 'usage') then 'lacks the rights of {DatabaseRoles.Application}'
            when exists (select from pg_policy join pg_class on pg_class.oid = polrelid where pg_has_role(role.oid, relowner, 'member'))
              then 'owns tables, or is a member of their owner'
            when exists (select from pg_roles other where (other.rolsuper or other.rolbypassrls) and pg_has_role(role.oid, other.oid, 'member'))
              then 'is a member of a role that bypasses row-level security'
            when current_setting('row_security') <> 'on' then 'runs with row_security off'
            when exists (select from pg_policy join pg_class on pg_class.oid = polrelid where not relrowsecurity)
              then 'reads tables whose row-level security is disabled'
          end,
          rolname, current_setting('transaction_read_only') = 'on',
          (select proleakproof from pg_proc where oid = 'pg_catalog.textlike(text,text)'::regprocedure),
          (select rolname from pg_roles where rolname = session_user and rolsuper)
        from pg_roles role where rolname = current_user
        """;

    /// <summary>Asks over a connection.</summary>
    public static async Task<ConnectionState> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Select, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return Of(reader);
    }

    /// <summary>Refuses a connection that has just been opened.</summary>
    /// <exception cref="StartException">It may not serve requests.</exception>
    public static void Check(NpgsqlConnection connection)
    {
        var activity = Activity.Current;
        Activity.Current = null;
        try
        {
            using var command = new NpgsqlCommand(Select, connection);
            using var reader = command.ExecuteReader();
            reader.Read();
            Of(reader).Require();
        }
        finally
        {
            Activity.Current = activity;
        }
    }

    /// <summary>Refuses a connection that has just been opened.</summary>
    /// <exception cref="StartException">It may not serve requests.</exception>
    public static async Task CheckAsync(NpgsqlConnection connection)
    {
        // The check is no part of the request that opens the connection; here, it ends with this method.
        Activity.Current = null;
        (await ReadAsync(connection, CancellationToken.None)).Require();
    }

    /// <summary>Refuses the connection.</summary>
    /// <exception cref="StartException">It may not serve requests.</exception>
    public void Require()
    {
        if (Refusal is not null)
        {
            throw new StartException(
                $"ConnectionStrings__CleanApi signs in as a role that must not serve requests, because tenants would not be isolated: {Refusal}. Have it sign in as " +
                $"{DatabaseRoles.Application}, with neither these rights nor a pooler that drops Options.");
        }
    }

    private static ConnectionState Of(DbDataReader row) => new(
        row.IsDBNull(0) ? null : $"{row.GetString(1)} {row.GetString(0)}", row.GetBoolean(2), row.GetBoolean(3), row.IsDBNull(4) ? null : row.GetString(4));
}
