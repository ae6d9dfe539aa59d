using CleanApi.Infrastructure.Settings;
using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>
/// The database roles of the program: they own nothing and do not bypass row-level security. With a password a role logs in itself; without one, the owner's
/// connections switch to it.
/// </summary>
internal static class DatabaseRoles
{
    /// <summary>The name, in the migrations' grants, of the role that serves requests.</summary>
    public const string Application = "cleanapi_app";

    /// <summary>The name of the role that works for all organizations, on the tables that it is granted and no others.</summary>
    public const string Worker = "cleanapi_worker";

    /// <summary>Creates a role if it is missing and updates its password.</summary>
    /// <exception cref="StartException">The role is a superuser or bypasses row-level security.</exception>
    public static async Task EnsureAsync(NpgsqlConnection owner, string name, string? password, CancellationToken cancellationToken)
    {
        // Roles belong to the cluster, not to the database: a migration of another database may create it concurrently.
        try
        {
            await CreateAsync(owner, name, cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw Forbidden(owner, name, exception);
        }

        await RequireUnprivilegedAsync(owner, name, cancellationToken);
        if (password is not null)
        {
            await using var quote = new NpgsqlCommand("select quote_literal($1)", owner) { Parameters = { new NpgsqlParameter<string> { TypedValue = password } } };
            // Not a parameter: DDL takes none; quote_literal has quoted the password.
            await ExecuteAsync(owner, $"alter role {name} login password {await quote.ExecuteScalarAsync(cancellationToken)}", cancellationToken);
        }
        else
        {
            try
            {
                // Not a parameter: the role is a constant of ours.
                await ExecuteAsync(
                    owner, $"do $$ begin if not pg_has_role(current_user, '{name}', 'usage') then grant {name} to current_user; end if; end $$", cancellationToken);
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
                throw Forbidden(owner, name, exception);
            }
        }
    }

    // Not a parameter: the role is a constant of ours.
    private static Task CreateAsync(NpgsqlConnection owner, string name, CancellationToken cancellationToken) => ExecuteAsync(
        owner,
        $"""
        do $$ begin
          if not exists (select from pg_roles where rolname = '{name}') then
            create role {name} nologin nosuperuser nobypassrls nocreatedb nocreaterole;
          end if;
        exception when duplicate_object or unique_violation then null;
        end $$
        """,
        cancellationToken);

    private static StartException Forbidden(NpgsqlConnection owner, string name, PostgresException exception) => new(
        $"The database's owner {owner.UserName} may not create the role {name} or take it on ({exception.MessageText}). As a superuser, run: alter role {owner.UserName} createrole; or create "
        + $"the role and grant {name} to {owner.UserName}; docs/guides/operate.md has the statements.",
        exception);

    private static async Task RequireUnprivilegedAsync(NpgsqlConnection owner, string name, CancellationToken cancellationToken)
    {
        // Not a parameter: the role is a constant of ours.
        await using var command = new NpgsqlCommand($"select rolsuper or rolbypassrls from pg_roles where rolname = '{name}'", owner);
        if (await command.ExecuteScalarAsync(cancellationToken) is true)
        {
            throw new StartException(
                $"The database role {name} is a superuser or bypasses row-level security, so tenants would not be isolated. Run: alter role {name} nosuperuser nobypassrls;");
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
