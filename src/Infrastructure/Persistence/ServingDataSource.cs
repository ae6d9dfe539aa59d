using System.Diagnostics;
using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>Creates the connections that serve requests.</summary>
internal static partial class ServingDataSource
{
    // Of the pool, in metrics, where the connection string would stand otherwise.
    private const string Name = "cleanapi";

    /// <summary>Asks what is at the other end, over a connection of the kind that will serve, and fits pool and limits to it.</summary>
    /// <param name="connectionString">The application's, as configured.</param>
    /// <param name="limits">What the settings say.</param>
    /// <param name="loggers">For the connections, and for what an operator should know.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="StartException">There is no connection, it must not serve requests, or the server could not fill the pool.</exception>
    public static async Task<NpgsqlDataSource> CreateAsync(
        string connectionString, DatabaseLimits limits, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var logger = loggers.CreateLogger(typeof(ServingDataSource));
        var (server, state) = await AskAsync(connectionString, logger, cancellationToken);
        state.Require();
        var tuned = new NpgsqlConnectionStringBuilder(ConnectionStrings.Tuned(connectionString, limits, server));
        server.Require(tuned.MaxPoolSize);
        Tell(logger, server, state, tuned);
        return new NpgsqlDataSourceBuilder(tuned.ConnectionString) { Name = Name }
            .UseLoggerFactory(loggers)
            .UsePhysicalConnectionInitializer(ConnectionState.Check, ConnectionState.CheckAsync)
            // What the background services ask every few seconds is no trace of its own.
            .ConfigureTracing(tracing => tracing.ConfigureCommandFilter(_ => Activity.Current is not null).ConfigureBatchFilter(_ => Activity.Current is not null))
            .Build();
    }

    private static async Task<(ServerLimits Server, ConnectionState State)> AskAsync(string connectionString, ILogger logger, CancellationToken cancellationToken)
    {
        await using var source = UntracedDataSource.Create(ConnectionStrings.Unpooled(connectionString));
        await DatabaseReadinessWaiter.WaitAsync(source, DatabaseOptions.ApplicationSetting, logger, cancellationToken);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await ServerLimits.ReadAsync(connection, cancellationToken), await ConnectionState.ReadAsync(connection, cancellationToken));
    }

    private static void Tell(ILogger logger, ServerLimits server, ConnectionState state, NpgsqlConnectionStringBuilder tuned)
    {
        LogPool(logger, tuned.MaxPoolSize, server.Connections);
        if (server.IsPooler)
        {
            LogPooler(logger, tuned.MaxAutoPrepare);
            if (!server.EndsStatements)
            {
                LogEndless(logger);
            }
        }

        if (state.Superuser is { } superuser)
        {
            LogSuperuser(logger, superuser);
        }

        if (!state.SearchesByIndex)
        {
            LogSearch(logger);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Up to {PoolSize} connections to PostgreSQL, which grants {Connections} to all instances together")]
    private static partial void LogPool(ILogger logger, int poolSize, int connections);

    [LoggerMessage(Level = LogLevel.Information, Message = "There is a pooler before PostgreSQL: Max Auto Prepare is {MaxAutoPrepare}, and the limits of statements are those that the role has")]
    private static partial void LogPooler(ILogger logger, int maxAutoPrepare);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Behind the pooler no statement is ended for taking long: alter role cleanapi_app set statement_timeout = '5s', and the other two that docs/guides/operate.md has")]
    private static partial void LogEndless(ILogger logger);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "ConnectionStrings__CleanApi signs in as {Superuser}, a superuser, and drops to cleanapi_app: SQL that runs as the application could become a superuser again. Use two connection strings")]
    private static partial void LogSuperuser(ILogger logger, string superuser);

    [LoggerMessage(Level = LogLevel.Warning, Message = TrigramSearch.NotIndexed)]
    private static partial void LogSearch(ILogger logger);
}
