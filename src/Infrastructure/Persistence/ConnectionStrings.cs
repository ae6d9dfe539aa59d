using System.Globalization;
using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>Completes the configured connection strings.</summary>
internal static class ConnectionStrings
{
    private const int MaxAutoPrepare = 100;
    private const int MinPoolSize = 2;

    // Seconds: how soon a peer that has vanished without a word is noticed on a connection that nobody uses.
    private const int KeepAliveTime = 30;
    private const int KeepAliveInterval = 5;
    private const int HostRecheck = 2;

    // What the SQL of the program and of its migrations takes for granted.
    private const string Pins = "-c standard_conforming_strings=on -c DateStyle=ISO -c IntervalStyle=postgres -c search_path=public";

    /// <summary>For work at the start; no connection stays open, and no statement has a limit: a migration takes as long as it takes.</summary>
    public static string Unpooled(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 };
        if (!string.IsNullOrEmpty(connection.Options) || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("PGOPTIONS")))
        {
            connection.Options = $"{connection.Options} {Pins}".Trim();
        }

        return Encoded(connection).ConnectionString;
    }

    /// <summary>For requests: when only one connection string is configured, every connection starts as the application's role.</summary>
    public static string Application(DatabaseOptions options) =>
        options.Owner is null && !string.Equals(new NpgsqlConnectionStringBuilder(options.Application).Username, DatabaseRoles.Application, StringComparison.Ordinal)
            ? As(DatabaseRoles.Application, options.Application!)
            : new NpgsqlConnectionStringBuilder(options.Application).ConnectionString;

    /// <summary>For work across organizations: the owner's connections, each of which starts as the worker's role.</summary>
    public static string Worker(DatabaseOptions options) => As(DatabaseRoles.Worker, options.Owner ?? options.Application!);

    /// <summary>
    /// Bounds every wait, enables automatic preparation, and disables the reset of pooled connections: connections carry no state, because the tenant is set per
    /// transaction. What the operator has set stays.
    /// </summary>
    /// <remarks>
    /// Behind a pooler, statements are not prepared, because the next one may run on another connection of the server; and no options are sent, because PgBouncer
    /// refuses them: there, the limits of statements are settings of the role.
    /// </remarks>
    public static string Tuned(string connectionString, DatabaseLimits limits, ServerLimits server)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString) { NoResetOnClose = true, ApplicationName = "CleanApi" };
        var isSet = connection.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in Defaults(limits, server).Where(setting => !isSet.Contains(setting.Name)))
        {
            connection[name] = value;
        }

        connection.MinPoolSize = isSet.Contains("Minimum Pool Size") ? connection.MinPoolSize : Math.Min(MinPoolSize, connection.MaxPoolSize);
        if (!server.IsPooler)
        {
            // Of two settings of one name the later one holds: the operator's before our limits, and before those what the program relies on.
            connection.Options = $"{Options(limits)} {connection.Options} {Pins}".Replace("  ", " ", StringComparison.Ordinal);
        }

        return Encoded(connection).ConnectionString;
    }

    private static string As(string role, string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        connection.Options = $"{connection.Options} -c role={role}".Trim();
        return connection.ConnectionString;
    }

    private static IEnumerable<(string Name, object Value)> Defaults(DatabaseLimits limits, ServerLimits server) =>
    [
        ("Maximum Pool Size", limits.MaxPoolSize ?? server.DefaultPoolSize),
        ("Timeout", Seconds(limits.ConnectTimeout)),
        ("Command Timeout", Seconds(limits.CommandTimeout)),
        ("Max Auto Prepare", server.IsPooler ? 0 : MaxAutoPrepare),
        ("Auto Prepare Min Usages", 2),
        ("TCP Keepalive", true),
        ("TCP Keepalive Time", KeepAliveTime),
        ("TCP Keepalive Interval", KeepAliveInterval),
        // Where several hosts are named: how long one counts as gone.
        ("Host Recheck Seconds", HostRecheck),
        // Asking for it costs a round trip a connection, and a second timeout where the server is silent.
        ("GSS Encryption Mode", GssEncryptionMode.Disable),
    ];

    private static string Options(DatabaseLimits limits) => string.Create(
        CultureInfo.InvariantCulture,
        $"-c statement_timeout={Seconds(limits.StatementTimeout)}s -c lock_timeout={Seconds(limits.LockTimeout)}s -c idle_in_transaction_session_timeout={Seconds(limits.IdleTransactionTimeout)}s");

    private static int Seconds(TimeSpan time) => (int)time.TotalSeconds;

    // Npgsql takes what a connection string leaves open from PGCLIENTENCODING and PGTZ. Both are parameters that every pooler passes on.
    private static NpgsqlConnectionStringBuilder Encoded(NpgsqlConnectionStringBuilder connection)
    {
        connection.ClientEncoding = "UTF8";
        connection.Timezone = "UTC";
        return connection;
    }
}
