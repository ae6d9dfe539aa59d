using CleanApi.Infrastructure.EmbeddedPostgres;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>Starts and migrates PostgreSQL, then provides connections as the roles of the program.</summary>
public sealed class Database(DatabaseOptions options, ILoggerFactory loggers) : IAsyncDisposable
{
    private const string EmbeddedDatabase = "cleanapi";

    private EmbeddedCluster? cluster;
    private NpgsqlDataSource? application;
    private NpgsqlDataSource? worker;

    /// <summary>Connections as the application's role.</summary>
    /// <exception cref="InvalidOperationException">The database is not started.</exception>
    public NpgsqlDataSource Application => application ?? throw new InvalidOperationException("The database is not started yet.");

    /// <summary>A few connections as the worker's role, which reads and writes what it is granted of all organizations. Nothing that serves requests uses them.</summary>
    /// <exception cref="InvalidOperationException">The database is not started.</exception>
    public NpgsqlDataSource Worker => worker ?? throw new InvalidOperationException("The database is not started yet.");

    /// <summary>The most connections of this instance.</summary>
    /// <exception cref="InvalidOperationException">The database is not started.</exception>
    public int PoolSize => new NpgsqlConnectionStringBuilder(Application.ConnectionString).MaxPoolSize;

    /// <summary>The embedded cluster; null when the database is another one.</summary>
    internal EmbeddedCluster? Cluster => cluster;

    /// <summary>Starts the embedded cluster when no connection string is configured, and migrates the database.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var (owner, connection, working, passwords) = options.Application is null
            ? await StartEmbeddedAsync(cancellationToken)
            : (options.Owner ?? options.Application, ConnectionStrings.Application(options), ConnectionStrings.Worker(options), RolePasswords.None);
        await using (var source = UntracedDataSource.Create(ConnectionStrings.Unpooled(owner)))
        {
            await DatabaseReadinessWaiter.WaitAsync(source, options.OwnerSetting, loggers.CreateLogger<Database>(), cancellationToken);
            await Migrator.MigrateAsync(source, passwords, loggers.CreateLogger(typeof(Migrator)), cancellationToken);
        }

        application = await ServingDataSource.CreateAsync(connection, options.Limits, loggers, cancellationToken);
        worker = await WorkerDataSource.CreateAsync(working, options.Limits, loggers, cancellationToken);
    }

    /// <summary>Closes the connections and stops the embedded cluster.</summary>
    public async ValueTask DisposeAsync()
    {
        if (worker is not null)
        {
            await worker.DisposeAsync();
        }

        if (application is not null)
        {
            await application.DisposeAsync();
        }

        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }
    }

    private async Task<(string Owner, string Application, string Worker, RolePasswords Passwords)> StartEmbeddedAsync(CancellationToken cancellationToken)
    {
        cluster = await EmbeddedCluster.StartAsync(options.Embedded, loggers.CreateLogger<EmbeddedCluster>(), cancellationToken);
        await CreateDatabaseAsync(cluster, cancellationToken);
        var passwords = new RolePasswords(cluster.GetOrCreateSecret(DatabaseRoles.Application), cluster.GetOrCreateSecret(DatabaseRoles.Worker));
        return (
            cluster.OwnerConnectionString(EmbeddedDatabase),
            cluster.ConnectionString(EmbeddedDatabase, DatabaseRoles.Application, passwords.Application!),
            cluster.ConnectionString(EmbeddedDatabase, DatabaseRoles.Worker, passwords.Worker!),
            passwords);
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
