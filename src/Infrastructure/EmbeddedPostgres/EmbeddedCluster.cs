using System.Diagnostics;
using CleanApi.Infrastructure.Persistence;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CleanApi.Infrastructure.EmbeddedPostgres;

/// <summary>
/// A PostgreSQL server that this process starts and stops, on a free port of 127.0.0.1. It outlives a killed process; the next start in the same directory
/// stops it and recovers what was committed.
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

    /// <summary>Port on 127.0.0.1, chosen anew at every start.</summary>
    public int Port => _postmaster.Port;

    /// <summary>The data directory: the requested one, or another one if PostgreSQL's user could not reach it.</summary>
    public string DataDirectory => _directory.Path;

    /// <summary>Starts the server; creates its data directory if there is none.</summary>
    /// <exception cref="EmbeddedPostgresException">
    /// PostgreSQL is not installed; the directory has another major version, is in use or inaccessible; or the server does not start.
    /// </exception>
    public static async Task<EmbeddedCluster> StartAsync(EmbeddedClusterOptions options, ILogger logger, CancellationToken ct = default)
    {
        var installed = await PostgresPrograms.FindAsync(options.ProgramDirectories, ct);
        var requested = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.DataDirectory));
        try
        {
            return await StartAsync(options, requested, installed, logger, ct);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException(
                $"The data directory {requested} cannot be used ({exception.Message.TrimEnd('.')}). Set Embedded__DataDirectory to another directory.", exception);
        }
    }

    private static async Task<EmbeddedCluster> StartAsync(
        EmbeddedClusterOptions options, string requested, IReadOnlyList<PostgresPrograms> installed, ILogger logger, CancellationToken ct)
    {
        ClusterDirectory.CreateParent(requested);
        if (!options.Durable) await ThrowAwayClusters.RemoveAbandonedAsync(Path.GetDirectoryName(requested)!, installed[0], options, logger, ct);

        var clusterLock = ClusterLock.Acquire(requested);
        try
        {
            var directory = await ClusterDirectory.OpenAsync(requested, logger, ct);
            clusterLock.Extend(directory.Path);
            directory.RequireSameUse(options.Durable);
            var programs = PostgresPrograms.For(directory, installed);
            var cluster = new EmbeddedCluster(options, directory, clusterLock, programs, logger);
            await cluster.StartAsync(programs, logger, ct);
            return cluster;
        }
        catch
        {
            clusterLock.Dispose();
            throw;
        }
    }

    /// <summary>Whether the server's process is there; it says nothing of how the server is.</summary>
    internal bool IsAlive => _postmaster.IsAlive;

    /// <summary>Starts a server that has ended, on the same port, so that connection strings stay valid. Recovers what was committed.</summary>
    internal Task RestartAsync(CancellationToken ct)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _postmaster.RestartAsync(ct);
    }

    /// <summary>Connects to a database as the owner, who bypasses row-level security.</summary>
    public string OwnerConnectionString(string database) => ConnectionString(database, OwnerRole, GetOrCreateSecret(OwnerRole));

    /// <summary>Connects to a database as the given role.</summary>
    public string ConnectionString(string database, string user, string password) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Database = database,
        Username = user,
        Password = password,
        // Encryption on loopback protects nothing, and negotiating it costs a round trip per connection.
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    /// <summary>A random secret, stable over restarts, in a file of mode 0600 beside the data directory.</summary>
    public string GetOrCreateSecret(string name) => _secrets.GetOrCreate(name);

    /// <summary>Creates a database as a copy of another one and returns the owner's connection string. Callers may clone in parallel.</summary>
    /// <remarks>
    /// PostgreSQL requires that the template has no connections. Pools by connection string are cleared and stay usable; the idle connections of an <see
    /// cref="NpgsqlDataSource"/> on the template are terminated, so clear or dispose it before.
    /// </remarks>
    public async Task<string> CloneDatabaseAsync(string template, string name, CancellationToken ct = default)
    {
        await Databases.CloneAsync(template, name, ct);
        return OwnerConnectionString(name);
    }

    /// <summary>Drops a database if it exists, with all its connections.</summary>
    public async Task DropDatabaseAsync(string name, CancellationToken ct = default)
    {
        using (var pool = new NpgsqlConnection(OwnerConnectionString(name))) NpgsqlConnection.ClearPool(pool);
        await Databases.DropAsync(name, ct);
    }

    /// <summary>Stops the server and releases the directory. Open transactions are rolled back. A throw-away cluster is deleted.</summary>
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
            _databases = new ClusterDatabases(UntracedDataSource.Create(OwnerConnectionString(MaintenanceDatabase)));
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
