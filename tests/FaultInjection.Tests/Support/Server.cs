using System.Globalization;
using CleanApi.Infrastructure.EmbeddedPostgres;
using CleanApi.Infrastructure.Persistence;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CleanApi.FaultInjection.Tests.Support;

/// <summary>A PostgreSQL of its own, for tests that harm it: durable as in production, with the two roles that the guide recommends.</summary>
internal sealed class Server : IAsyncDisposable
{
    private const string Password = "only-for-tests";

    private readonly DirectoryInfo place;
    private readonly EmbeddedCluster cluster;

    private Server(DirectoryInfo place, EmbeddedCluster cluster) => (this.place, this.cluster) = (place, cluster);

    /// <summary>The database's name.</summary>
    public static string Name => "cleanapi";

    /// <summary>The owner's connection string; the owner is a superuser.</summary>
    public string Owner => cluster.OwnerConnectionString(Name);

    /// <summary>The application's connection string.</summary>
    public string Application => cluster.ConnectionString(Name, DatabaseRoles.Application, Password);

    /// <summary>Where its data are.</summary>
    public string DataDirectory => cluster.DataDirectory;

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port => cluster.Port;

    /// <summary>The application's password.</summary>
    public static string ApplicationPassword => Password;

    private int Pid => int.Parse(File.ReadLines(Path.Combine(cluster.DataDirectory, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    /// <summary>The connection string of another role, with the application's password.</summary>
    public string As(string role) => cluster.ConnectionString(Name, role, Password);

    /// <summary>Starts a server with an empty database.</summary>
    public static async Task<Server> StartAsync(int maxConnections = 100)
    {
        var server = await StartAsync(NewFolder(), maxConnections);
        await server.cluster.CloneDatabaseAsync("template0", Name);
        await server.ExecuteAsync($"create role {DatabaseRoles.Application} login password '{Password}'");
        return server;
    }

    /// <summary>Starts a standby, which has from then on all that this server has committed.</summary>
    public async Task<Server> StartStandbyAsync()
    {
        var folder = NewFolder();
        var data = DataIn(folder);
        var copied = await Tool.RunAsync("pg_basebackup", Owner, "--pgdata", data, "--write-recovery-conf", "--checkpoint=fast");
        copied.ExitCode.Should().Be(0, copied.Output);
        // Its roles are those of this server.
        var secrets = Directory.CreateDirectory($"{data}.secrets");
        File.Copy(Path.Combine($"{DataIn(place)}.secrets", EmbeddedCluster.OwnerRole), Path.Combine(secrets.FullName, EmbeddedCluster.OwnerRole));
        var standby = await StartAsync(folder, maxConnections: 100);
        await ExecuteAsync("alter system set synchronous_standby_names = '*'");
        await ExecuteAsync("select pg_reload_conf()");
        return standby;
    }

    /// <summary>Stops it as an administrator does; connections are closed.</summary>
    public Task StopAsync() => EndAsync("INT");

    /// <summary>Kills it, as the system's memory killer does.</summary>
    public Task KillAsync() => EndAsync("KILL");

    /// <summary>Starts it again, on its port.</summary>
    public Task StartAgainAsync() => cluster.RestartAsync(CancellationToken.None);

    /// <summary>Freezes all of its processes: connections stay open, new ones are taken by the system, and nothing responds.</summary>
    public void Freeze() => ProcessTree.SignalAll(Pid, "STOP");

    /// <summary>Goes on.</summary>
    public void Thaw() => ProcessTree.SignalAll(Pid, "CONT");

    /// <summary>Ends the application's connections.</summary>
    public Task DisconnectAsync() => ExecuteAsync($"select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = '{DatabaseRoles.Application}'");

    /// <summary>Executes a statement as a superuser.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Loses the database, and the role of requests with it.</summary>
    public async Task LoseDatabaseAsync()
    {
        await cluster.DropDatabaseAsync(Name);
        await using var elsewhere = NpgsqlDataSource.Create(cluster.OwnerConnectionString("postgres"));
        await using var command = elsewhere.CreateCommand($"drop role {DatabaseRoles.Application}");
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Opens a connection as a superuser.</summary>
    public async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Owner) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Reads texts as a superuser.</summary>
    public async Task<List<string>> ReadAsync(string sql)
    {
        List<string> lines = [];
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await cluster.DisposeAsync();
        place.Delete(recursive: true);
    }

    private static DirectoryInfo NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("cleanapi-faults-");
        // The server's user has to get through, where root runs the tests.
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        }

        return folder;
    }

    private static string DataIn(DirectoryInfo folder) => Path.Combine(folder.FullName, "postgres");

    private static async Task<Server> StartAsync(DirectoryInfo folder, int maxConnections) => new(
        folder, await EmbeddedCluster.StartAsync(new EmbeddedClusterOptions { DataDirectory = DataIn(folder), MaxConnections = maxConnections }, NullLogger.Instance));

    private async Task EndAsync(string signal)
    {
        ProcessTree.Signal(Pid, signal);
        await Probe.UntilAsync("the server has ended", () => !cluster.IsAlive);
    }
}
