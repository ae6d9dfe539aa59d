using System.Diagnostics;
using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>
/// Creates the connections that work for all organizations. They are the worker's role, or none: as anybody else they would see no event, and say nothing about it.
/// </summary>
internal static class WorkerDataSource
{
    private const int PoolSize = 4;

    // Of the pool, in metrics, where the connection string would stand otherwise.
    private const string Name = "cleanapi_worker";

    /// <summary>Creates the data source.</summary>
    /// <param name="connectionString">The worker's, or the owner's with the switch to the worker's role.</param>
    /// <param name="limits">What the settings say.</param>
    /// <param name="loggers">For the connections.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="StartException">There is no connection as that role.</exception>
    public static async Task<NpgsqlDataSource> CreateAsync(
        string connectionString, DatabaseLimits limits, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var few = limits with { MaxPoolSize = PoolSize };
        var tuned = ConnectionStrings.Tuned(connectionString, few, new ServerLimits(PoolSize, IsPooler: false, EndsStatements: true));
        await using (var untraced = UntracedDataSource.Create(tuned))
        await using (var connection = await untraced.OpenConnectionAsync(cancellationToken))
        {
            await CheckAsync(connection);
        }

        return new NpgsqlDataSourceBuilder(tuned) { Name = Name }
            .UseLoggerFactory(loggers)
            .UsePhysicalConnectionInitializer(Check, CheckAsync)
            .ConfigureTracing(tracing => tracing.ConfigureCommandFilter(_ => Activity.Current is not null).ConfigureBatchFilter(_ => Activity.Current is not null))
            .Build();
    }

    private static void Check(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("select current_user", connection);
        Require(command.ExecuteScalar());
    }

    private static async Task CheckAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("select current_user", connection);
        Require(await command.ExecuteScalarAsync());
    }

    private static void Require(object? role)
    {
        if (role is not DatabaseRoles.Worker)
        {
            throw new StartException(
                $"The connections of the background work are {role} and not {DatabaseRoles.Worker}. ConnectionStrings__CleanApiOwner has to lead to the server itself: what is between drops Options.");
        }
    }
}
