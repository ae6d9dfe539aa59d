using CleanApi.Infrastructure.EmbeddedPostgres;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>Starts and migrates PostgreSQL, then provides connections as the application's role.</summary>
public sealed class Database(DatabaseOptions options, ILoggerFactory loggers) : IAsyncDisposable
{
    private const string EmbeddedDatabase = "cleanapi";

    private EmbeddedCluster? cluster;
    private NpgsqlDataSource? application;

    /// <summary>Connections as the application's role.</summary>
    /// <exception cref="InvalidOperationException">The database is not started.</exception>
    public NpgsqlDataSource Application => application ?? throw new InvalidOperationException("The database is not started yet.");

    /// <summary>The most connections of this instance.</summary>
    /// <exception cref="InvalidOperationException">The database is not started.</exception>
    public int PoolSize => new NpgsqlConnectionStringBuilder(Application.ConnectionString).MaxPoolSize;

    /// <summary>The embedded cluster; null when the database is another one.</summary>
    internal EmbeddedCluster? Cluster => cluster;

    /// <summary>Starts the embedded cluster when no connection string is configured, and migrates the database.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var (owner, connection, password) = options.Application is null
            ? await StartEmbeddedAsync(cancellationToken)
            : (options.Owner ?? options.Application, ConnectionStrings.Application(options), null);
        await using (var source = UntracedDataSource.Create(ConnectionStrings.Unpooled(owner)))
        {
            await DatabaseReadinessWaiter.WaitAsync(source, options.OwnerSetting, loggers.CreateLogger<Database>(), cancellationToken);
            await Migrator.MigrateAsync(source, password, loggers.CreateLogger(typeof(Migrator)), cancellationToken);
        }

        application = await ServingDataSource.CreateAsync(connection, options.Limits, loggers, cancellationToken);
    }

    /// <summary>Closes the connections and stops the embedded cluster.</summary>
    public async ValueTask DisposeAsync()
    {
        if (application is not null)
        {
            await application.DisposeAsync();
        }

        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }
    }

    private async Task<(string Owner, string Application, string? Password)> StartEmbeddedAsync(CancellationToken cancellationToken)
    {
        cluster = await EmbeddedCluster.StartAsync(options.Embedded, loggers.CreateLogger<EmbeddedCluster>(), cancellationToken);
        await CreateDatabaseAsync(cluster, cancellationToken);
        var password = cluster.GetOrCreateSecret(ApplicationRole.Name);
        return (cluster.OwnerConnectionString(EmbeddedDatabase), cluster.ConnectionString(EmbeddedDatabase, ApplicationRole.Name, password), password);
    }

    private static async Task CreateDatabaseAsync(EmbeddedCluster cluster, CancellationToken cancellationToken)
    {
        await using var maintenance = UntracedDataSource.Create(ConnectionStrings.Unpooled(cluster.OwnerConnectionString("postgres")));
        await using var exists = maintenance.CreateCommand($"select 1 from pg_database where datname = '{EmbeddedDatabase}'");
        if (await exists.ExecuteScalarAsync(cancellationToken) is null)
        {
            await using var create = maintenance.CreateCommand($"create database {EmbeddedDatabase}");
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
