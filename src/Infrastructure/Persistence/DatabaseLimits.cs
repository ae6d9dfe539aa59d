using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>
/// What the connections that serve requests may take: how many there are, and how long each wait lasts, so that a database that is slow, locked or silent costs a
/// bounded time. What the connection string says itself takes precedence.
/// </summary>
/// <param name="MaxPoolSize">The most connections of this instance; null: by what the server allows.</param>
/// <param name="ConnectTimeout">The most that a request waits for a connection, whether for a free one or a new one, and that the server has to take a cancellation.</param>
/// <param name="StatementTimeout">The most that the server works at one statement, locks included.</param>
/// <param name="LockTimeout">The most that a statement waits for one lock.</param>
/// <param name="IdleTransactionTimeout">The most that a transaction may hold its locks without sending anything.</param>
public sealed record DatabaseLimits(int? MaxPoolSize, TimeSpan ConnectTimeout, TimeSpan StatementTimeout, TimeSpan LockTimeout, TimeSpan IdleTransactionTimeout)
{
    private const string Section = "Database";

    // The server's own limit is 262143.
    private const int MostConnections = 10_000;
    private const int MostSeconds = 600;

    /// <summary>Without settings.</summary>
    public static DatabaseLimits Default { get; } = From(new ConfigurationManager());

    /// <summary>
    /// The most that the client waits for a statement. The server ends what is slow, and the connection goes on; the client gives up, with the connection, on a server
    /// that is silent.
    /// </summary>
    public TimeSpan CommandTimeout => StatementTimeout + TimeSpan.FromSeconds(1);

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="StartException">Names the setting that is wrong.</exception>
    public static DatabaseLimits From(IConfiguration configuration) => new(
        configuration.ReadNumber($"{Section}:MaxPoolSize", 1, MostConnections),
        Seconds(configuration, "ConnectTimeoutSeconds", 3),
        Seconds(configuration, "StatementTimeoutSeconds", 5),
        Seconds(configuration, "LockTimeoutSeconds", 3),
        Seconds(configuration, "IdleTransactionTimeoutSeconds", 15));

    private static TimeSpan Seconds(IConfiguration configuration, string name, int standard) =>
        TimeSpan.FromSeconds(configuration.ReadNumber($"{Section}:{name}", 1, MostSeconds) ?? standard);
}
