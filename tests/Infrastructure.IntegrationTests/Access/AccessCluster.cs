using CleanApi.Infrastructure.EmbeddedPostgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

/// <summary>One cluster per test class, one database per test.</summary>
public sealed class AccessCluster : IAsyncLifetime
{
    private EmbeddedCluster cluster = null!;
    private int databases;

    public async Task InitializeAsync() => cluster = await EmbeddedCluster.StartAsync(EmbeddedClusterOptions.ThrowAway(), NullLogger.Instance);

    public async Task DisposeAsync() => await cluster.DisposeAsync();

    /// <summary>Creates an empty database.</summary>
    public async Task<string> CreateDatabaseAsync() => new NpgsqlConnectionStringBuilder(
        await cluster.CloneDatabaseAsync("template0", $"access_{Interlocked.Increment(ref databases)}"))
    { MaxPoolSize = 30 }.ConnectionString;
}
