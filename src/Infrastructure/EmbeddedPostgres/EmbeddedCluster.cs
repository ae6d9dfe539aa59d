using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CleanApi.Infrastructure.EmbeddedPostgres;

/// <summary>
/// A PostgreSQL server that this process starts and stops, on a free port of 127.0.0.1. It outlives a process that is killed; the next start
/// in the same directory stops what is left and recovers what was committed.
/// </summary>
public sealed class EmbeddedCluster : IAsyncDisposable
{
    /// <summary>The superuser that owns the cluster.</summary>
    public const string OwnerRole = "cleanapi_owner";

    private const string MaintenanceDatabase = "postgres";

    private readonly EmbeddedClusterOptions _options;
    private readonly ClusterDirectory _directory;
    private readonly ClusterLock _lock;
    private readonly SecretFile _secrets;
    private readonly Postmaster _postmaster;
    private ClusterDatabases? _databases;
    private bool _disposed;

    private EmbeddedCluster(EmbeddedClusterOptions options, ClusterDirectory directory, ClusterLock @lock, PostgresPrograms programs, ILogger logger)
    {
        _options = options;
        _directory = directory;
        _lock = @lock;
        _secrets = new SecretFile(directory.SecretsDirectory);
        _postmaster = new Postmaster(directory, programs, options, logger);
        Major = programs.Major;
    }

    /// <summary>Major version of the server.</summary>
    public int Major { get; }

    /// <summary>Port on 127.0.0.1; another one after every start.</summary>
    public int Port => _postmaster.Port;

    /// <summary>Where the data is: the directory asked for, or another one if PostgreSQL's user could not reach that.</summary>
    public string DataDirectory => _directory.Path;

    /// <summary>Starts the server, and makes its data directory first where there is none.</summary>
    /// <exception cref="EmbeddedPostgresException">
    /// PostgreSQL is not installed; the directory is of another major version, in use, or out of reach; the server does not start.
    /// </exception>
    public static async Task<EmbeddedCluster> StartAsync(EmbeddedClusterOptions options, ILogger logger, CancellationToken ct = default)
    {
        var installed = await PostgresPrograms.FindAsync(options.ProgramDirectories, ct);
        var requested = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.DataDirectory));
        ClusterDirectory.CreateParent(requested);
        if (!options.Durable) await ThrowAwayClusters.RemoveAbandonedAsync(Path.GetDirectoryName(requested)!, installed[0], options, logger, ct);

        var held = ClusterLock.Take(requested);
        try
        {
            var directory = await ClusterDirectory.OpenAsync(requested, logger, ct);
            directory.RequireSameUse(options.Durable);
            var programs = PostgresPrograms.For(directory, installed);
            var cluster = new EmbeddedCluster(options, directory, held, programs, logger);
            await cluster.StartAsync(programs, logger, ct);
            return cluster;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Connects to a database as the owner, whom row-level security does not bind.</summary>
    public string OwnerConnectionString(string database) => ConnectionString(database, OwnerRole, GetOrCreateSecret(OwnerRole));

    /// <summary>Connects to a database as the given role.</summary>
    public string ConnectionString(string database, string user, string password) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Database = database,
        Username = user,
        Password = password,
        // On loopback encryption protects from no one, and asking for it costs a round trip a connection.
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    /// <summary>A random secret that stays the same over restarts, kept in a file of mode 0600 beside the data directory.</summary>
    public string GetOrCreateSecret(string name) => _secrets.GetOrCreate(name);

    /// <summary>Creates a database as a copy of another one and returns the owner's connection string. Callers may clone in parallel.</summary>
    /// <remarks>
    /// The server wants no connection on the template. Pools that go by connection string are cleared and go on working; an <see cref="NpgsqlDataSource"/>
    /// on the template has its idle connections cut, so clear or dispose it before.
    /// </remarks>
    public async Task<string> CloneDatabaseAsync(string template, string name, CancellationToken ct = default)
    {
        await Databases.CloneAsync(template, name, ct);
        return OwnerConnectionString(name);
    }

    /// <summary>Drops a database with all connections on it; one that is not there is fine.</summary>
    public async Task DropDatabaseAsync(string name, CancellationToken ct = default)
    {
        using (var pool = new NpgsqlConnection(OwnerConnectionString(name))) NpgsqlConnection.ClearPool(pool);
        await Databases.DropAsync(name, ct);
    }

    /// <summary>Stops the server and lets go of the directory. Open transactions are rolled back. A throw-away cluster is deleted.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed) return;
        _disposed = true;
        try
        {
            if (_databases is not null) await _databases.DisposeAsync();
            await _postmaster.StopAsync(CancellationToken.None);
            if (!_options.Durable) await ThrowAwayClusters.RemoveAsync(_directory);
        }
        finally
        {
            _lock.Dispose();
        }
    }

    private ClusterDatabases Databases
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _databases!;
        }
    }

    private async Task StartAsync(PostgresPrograms programs, ILogger logger, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        if (_directory.Major is null)
            await ClusterInitializer.CreateAsync(_directory, programs, OwnerRole, GetOrCreateSecret(OwnerRole), _options.Durable, ct);

        try
        {
            await _postmaster.StartAsync(ct);
            _databases = new ClusterDatabases(NpgsqlDataSource.Create(OwnerConnectionString(MaintenanceDatabase)));
            await _databases.WaitUntilReadyAsync(ct);
        }
        catch (Exception exception)
        {
            if (_databases is not null) await _databases.DisposeAsync();
            await _postmaster.StopAsync(CancellationToken.None);
            if (exception is not PostgresException { SqlState: PostgresErrorCodes.InvalidPassword }) throw;
            throw new EmbeddedPostgresException(
                $"The password in {_secrets.Directory} is not that of the data in {DataDirectory}. Bring the directory of secrets back, " +
                $"or move the data away to begin with an empty database.", exception);
        }

        logger.LogInformation(
            "PostgreSQL {Major} serves {Directory} on 127.0.0.1:{Port} as the user {User}, after {Milliseconds:0} ms",
            Major, DataDirectory, Port, _directory.User.Name, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }
}
