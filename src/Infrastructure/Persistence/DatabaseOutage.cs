using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>Whether a failure says that the database is away: no connection, one that was lost, a server that ends or begins.</summary>
internal static class DatabaseOutage
{
    // PostgreSQL documentation, appendix A: connection exceptions, no resources, and what an operator or a crash has ended.
    private static readonly string[] States =
        ["08", "53", PostgresErrorCodes.AdminShutdown, PostgresErrorCodes.CrashShutdown, PostgresErrorCodes.CannotConnectNow];

    /// <summary>Whether it does, or that there was no time or no connection for a statement: the same one may well succeed later.</summary>
    public static bool MayPass(Exception? exception) => exception switch
    {
        null => false,
        PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } => true,
        NpgsqlException { IsTransient: true } => true,
        _ => Is(exception) || MayPass(exception.InnerException),
    };

    /// <summary>Whether it does. Not where a statement took too long: that may be the statement's fault.</summary>
    public static bool Is(Exception? exception) => exception switch
    {
        null => false,
        PostgresException refusal => Array.Exists(States, state => refusal.SqlState.StartsWith(state, StringComparison.Ordinal)),
        NpgsqlException { InnerException: TimeoutException } or NpgsqlOperationInProgressException => false,
        NpgsqlException => true,
        // As EF Core, its strategies and our own translation wrap it.
        _ => Is(exception.InnerException),
    };
}
