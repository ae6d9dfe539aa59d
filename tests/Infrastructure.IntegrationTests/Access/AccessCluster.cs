using Npgsql;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

/// <summary>A migrated database of its own for each test of a class.</summary>
public sealed class AccessCluster : IAsyncLifetime
{
    private readonly MigratedCluster cluster = new();

    /// <summary>A migrated database without data.</summary>
    public async Task<string> CreateDatabaseAsync() =>
        new NpgsqlConnectionStringBuilder(await cluster.CreateDatabaseAsync()) { MaxPoolSize = 30 }.ConnectionString;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => cluster.DisposeAsync().AsTask();
}
