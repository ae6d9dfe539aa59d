using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>What the program adds to the connection strings that it is given.</summary>
internal static class ConnectionStrings
{
    private const int MaxAutoPrepare = 100;

    /// <summary>For the owner's work at the start; nothing of it stays open.</summary>
    public static string Unpooled(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;

    /// <summary>For requests: where there is one connection string only, every connection starts as the application's role.</summary>
    public static string Application(DatabaseOptions options)
    {
        var connection = new NpgsqlConnectionStringBuilder(options.Application);
        if (options.Owner is null && !string.Equals(connection.Username, ApplicationRole.Name, StringComparison.Ordinal))
        {
            connection.Options = $"{connection.Options} -c role={ApplicationRole.Name}".Trim();
        }

        return connection.ConnectionString;
    }

    /// <summary>
    /// Statements prepared by themselves, and no reset between two uses of a connection: nothing leaves state on one, because the tenant is set for a
    /// transaction only.
    /// </summary>
    public static string Tuned(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString) { NoResetOnClose = true, ApplicationName = "CleanApi" };
        if (connection.MaxAutoPrepare == 0)
        {
            connection.MaxAutoPrepare = MaxAutoPrepare;
            connection.AutoPrepareMinUsages = 2;
        }

        return connection.ConnectionString;
    }
}
