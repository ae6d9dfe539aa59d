using CleanApi.Infrastructure.Settings;
using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>
/// The role that serves requests: it owns nothing and does not bypass row-level security. With a password it signs in itself; without one it is a role
/// that the owner's connections drop to.
/// </summary>
internal static class ApplicationRole
{
    /// <summary>The role's name, which the migrations grant to.</summary>
    public const string Name = "cleanapi_app";

    /// <summary>Makes the role where it is missing, and brings its password up to date.</summary>
    /// <exception cref="StartException">It is a superuser or bypasses row-level security.</exception>
    public static async Task EnsureAsync(NpgsqlConnection owner, string? password, CancellationToken cancellationToken)
    {
        // Roles belong to the cluster, not to the database: another migration may make it at the same time.
        await ExecuteAsync(
            owner,
            $"""
            do $$ begin
              if not exists (select from pg_roles where rolname = '{Name}') then
                create role {Name} nologin nosuperuser nobypassrls nocreatedb nocreaterole;
              end if;
            exception when duplicate_object or unique_violation then null;
            end $$
            """,
            cancellationToken);
        await RequireHarmlessAsync(owner, cancellationToken);
        if (password is not null)
        {
            await using var quote = new NpgsqlCommand("select quote_literal($1)", owner) { Parameters = { new NpgsqlParameter<string> { TypedValue = password } } };
            // Not a parameter: DDL takes none, and quote_literal has quoted it.
            await ExecuteAsync(owner, $"alter role {Name} login password {await quote.ExecuteScalarAsync(cancellationToken)}", cancellationToken);
        }
        else
        {
            await ExecuteAsync(
                owner, $"do $$ begin if not pg_has_role(current_user, '{Name}', 'usage') then grant {Name} to current_user; end if; end $$", cancellationToken);
        }
    }

    private static async Task RequireHarmlessAsync(NpgsqlConnection owner, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select rolsuper or rolbypassrls from pg_roles where rolname = '{Name}'", owner);
        if (await command.ExecuteScalarAsync(cancellationToken) is true)
        {
            throw new StartException(
                $"The database role {Name} is a superuser or bypasses row-level security, so tenants would not be isolated. Run: alter role {Name} nosuperuser nobypassrls;");
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
