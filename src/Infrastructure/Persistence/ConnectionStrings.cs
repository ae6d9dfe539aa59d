using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>Completes the configured connection strings.</summary>
internal static class ConnectionStrings
{
    private const int MaxAutoPrepare = 100;

    /// <summary>For the owner's work at the start; no connection stays open.</summary>
    public static string Unpooled(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;

    /// <summary>For requests: when only one connection string is configured, every connection starts as the application's role.</summary>
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
    /// Enables automatic preparation and disables the reset of pooled connections: connections carry no state, because the tenant is set per transaction.
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
