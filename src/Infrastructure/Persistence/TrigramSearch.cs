using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>
/// Row-level security evaluates its policy before any function that might leak what it sees, and PostgreSQL does not count LIKE among the leakproof ones,
/// so that no trigram index would be used. LIKE on text can tell nothing but that its pattern ends in an escape character; a superuser may say so.
/// </summary>
internal static class TrigramSearch
{
    /// <summary>Marks LIKE as leakproof where the owner is a superuser; elsewhere a search reads the tenant's rows (docs/guides tell the DBA's command).</summary>
    public static async Task AllowUnderRowSecurityAsync(NpgsqlConnection owner, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            do $$ begin
              if (select rolsuper from pg_roles where rolname = current_user)
                and not (select proleakproof from pg_proc where oid = 'pg_catalog.textlike(text,text)'::regprocedure) then
                alter function pg_catalog.textlike(text, text) leakproof;
              end if;
            end $$
            """,
            owner);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
