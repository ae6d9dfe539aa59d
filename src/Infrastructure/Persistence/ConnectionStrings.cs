using System.Data.Common;
using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>Completes the configured connection strings.</summary>
internal static class ConnectionStrings
{
    private const int MaxAutoPrepare = 100;

    // What the SQL of the program and of its migrations takes for granted.
    private const string Pins = "-c standard_conforming_strings=on -c DateStyle=ISO -c IntervalStyle=postgres -c search_path=public";

    /// <summary>For the owner's work at the start; no connection stays open.</summary>
    public static string Unpooled(string connectionString) => Pinned(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }).ConnectionString;

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
    /// Enables automatic preparation, unless the operator says otherwise, and disables the reset of pooled connections: connections carry no state, because the
    /// tenant is set per transaction.
    /// </summary>
    public static string Tuned(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString) { NoResetOnClose = true, ApplicationName = "CleanApi" };
        if (!Sets(connectionString, nameof(NpgsqlConnectionStringBuilder.MaxAutoPrepare)))
        {
            connection.MaxAutoPrepare = MaxAutoPrepare;
            connection.AutoPrepareMinUsages = 2;
        }

        return Pinned(connection).ConnectionString;
    }

    // Npgsql takes what a connection string leaves open from PGCLIENTENCODING, PGTZ and PGOPTIONS. Encoding and time zone are parameters that every pooler passes on;
    // options are not, and are sent only where they would be in any case.
    private static NpgsqlConnectionStringBuilder Pinned(NpgsqlConnectionStringBuilder connection)
    {
        connection.ClientEncoding = "UTF8";
        connection.Timezone = "UTC";
        if (!string.IsNullOrEmpty(connection.Options) || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("PGOPTIONS")))
        {
            connection.Options = $"{connection.Options} {Pins}".Trim();
        }

        return connection;
    }

    private static bool Sets(string connectionString, string name) => new DbConnectionStringBuilder { ConnectionString = connectionString }.Keys.Cast<string>()
        .Any(key => string.Equals(key.Replace(" ", "", StringComparison.Ordinal), name, StringComparison.OrdinalIgnoreCase));
}
