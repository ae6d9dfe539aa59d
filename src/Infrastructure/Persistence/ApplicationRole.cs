using CleanApi.Infrastructure.Settings;
using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>
/// The database role that serves requests: it owns nothing and does not bypass row-level security. With a password it logs in itself; without one, the owner's
/// connections switch to it.
/// </summary>
internal static class ApplicationRole
{
    /// <summary>The role's name in the migrations' grants.</summary>
    public const string Name = "cleanapi_app";

    /// <summary>Creates the role if it is missing and updates its password.</summary>
    /// <exception cref="StartException">The role is a superuser or bypasses row-level security.</exception>
    public static async Task EnsureAsync(NpgsqlConnection owner, string? password, CancellationToken cancellationToken)
    {
        // Roles belong to the cluster, not to the database: a migration of another database may create it concurrently.
        try
        {
            await CreateAsync(owner, cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw Forbidden(owner, exception);
        }

        await RequireUnprivilegedAsync(owner, cancellationToken);
        if (password is not null)
        {
            await using var quote = new NpgsqlCommand("select quote_literal($1)", owner) { Parameters = { new NpgsqlParameter<string> { TypedValue = password } } };
            // Not a parameter: DDL takes none; quote_literal has quoted the password.
            await ExecuteAsync(owner, $"alter role {Name} login password {await quote.ExecuteScalarAsync(cancellationToken)}", cancellationToken);
        }
        else
        {
            try
            {
                await ExecuteAsync(
                    owner, $"do $$ begin if not pg_has_role(current_user, '{Name}', 'usage') then grant {Name} to current_user; end if; end $$", cancellationToken);
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
                throw Forbidden(owner, exception);
            }
        }
    }

    private static Task CreateAsync(NpgsqlConnection owner, CancellationToken cancellationToken) => ExecuteAsync(
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

    private static StartException Forbidden(NpgsqlConnection owner, PostgresException exception) => new(
        $"The database's owner {owner.UserName} may not create the role {Name} or take it on ({exception.MessageText}). As a superuser, run: alter role {owner.UserName} createrole; or create "
        + $"the role and grant {Name} to {owner.UserName}; docs/guides/operate.md has the statements.",
        exception);

    private static async Task RequireUnprivilegedAsync(NpgsqlConnection owner, CancellationToken cancellationToken)
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
