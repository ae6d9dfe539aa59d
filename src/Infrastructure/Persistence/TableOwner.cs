using CleanApi.Infrastructure.Settings;
using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>Whose tables a database has that was migrated before.</summary>
internal static class TableOwner
{
    // The history of migrations, which the first start made.
    private const string Select = "select pg_get_userbyid(relowner) from pg_class where oid = to_regclass('public.migrations') and not pg_has_role(relowner, 'usage')";

    /// <summary>Requires that they belong to whoever is to migrate them, if there are any.</summary>
    /// <exception cref="StartException">They belong to another role, such as the superuser of a former connection string; says what to run.</exception>
    public static async Task RequireAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Select, connection);
        if (await command.ExecuteScalarAsync(cancellationToken) is string owner)
        {
            throw new StartException(
                $"The tables of the database belong to {owner}, and {connection.UserName}, who is to migrate it, may not change them. As a superuser, give the database to "
                + $"{connection.UserName} with ops/change-owner.sql.");
        }
    }
}
