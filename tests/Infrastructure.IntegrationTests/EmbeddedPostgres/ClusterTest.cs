using System.Diagnostics;
using System.Globalization;
using CleanApi.Infrastructure.EmbeddedPostgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CleanApi.Infrastructure.IntegrationTests.EmbeddedPostgres;

/// <summary>A temporary directory for a test's data directories.</summary>
public abstract class ClusterTest : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("cleanapi-test-");

    protected ClusterTest()
    {
        // Temporary directories are private to their owner; PostgreSQL's user must be able to traverse it when root runs the tests.
        if (!OperatingSystem.IsWindows()) _place.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    }

    protected string Place => _place.FullName;

    protected string DataDirectory => Path.Combine(Place, "data", "postgres");

    protected Task<EmbeddedCluster> StartAsync(bool durable = true) =>
        EmbeddedCluster.StartAsync(new EmbeddedClusterOptions { DataDirectory = DataDirectory, Durable = durable }, NullLogger.Instance);

    protected static async Task<T> QueryAsync<T>(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    protected static async Task ExecuteAsync(EmbeddedCluster cluster, string sql)
    {
        await using var source = NpgsqlDataSource.Create(cluster.OwnerConnectionString("postgres"));
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    protected static Task<T> QueryAsync<T>(EmbeddedCluster cluster, string sql) => QueryAsync<T>(cluster.OwnerConnectionString("postgres"), sql);

    protected static Process Server(string dataDirectory)
    {
        var firstLine = File.ReadLines(Path.Combine(dataDirectory, "postmaster.pid")).First();
        return Process.GetProcessById(int.Parse(firstLine, CultureInfo.InvariantCulture));
    }

    /// <summary>Whether a server has ended. Where nothing reaps orphans (a container without an init), it stays listed as a zombie.</summary>
    protected static bool HasEnded(Process server) =>
        server.HasExited || (OperatingSystem.IsLinux() && File.ReadAllText($"/proc/{server.Id}/stat").Contains(") Z ", StringComparison.Ordinal));

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => _place.Delete(recursive: true);
}
