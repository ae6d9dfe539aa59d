using System.Collections.Concurrent;
using CleanApi.Infrastructure.EmbeddedPostgres;
using CleanApi.Infrastructure.Persistence;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CleanApi.Infrastructure.IntegrationTests;

/// <summary>Databases for one class of tests: copies of a migrated one, in a throw-away cluster that all classes share.</summary>
internal sealed class MigratedCluster : IAsyncDisposable
{
    private const string Template = "template_migrated";

    private static readonly Lazy<Task<EmbeddedCluster>> Cluster = new(StartAsync);

    private readonly ConcurrentBag<string> names = [];

    /// <summary>A migrated database without data; the owner's connection string.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = "t_" + Guid.NewGuid().ToString("N");
        names.Add(name);
        return await (await Cluster.Value).CloneDatabaseAsync(Template, name);
    }

    /// <summary>Drops the databases.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var name in names)
        {
            await (await Cluster.Value).DropDatabaseAsync(name);
        }
    }

    private static async Task<EmbeddedCluster> StartAsync()
    {
        var cluster = await EmbeddedCluster.StartAsync(EmbeddedClusterOptions.ThrowAway() with { MaxConnections = 400 }, NullLogger.Instance);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.DisposeAsync().AsTask().GetAwaiter().GetResult();
        await using var owner = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(await cluster.CloneDatabaseAsync("template0", Template)) { Pooling = false }.ConnectionString);
        await Migrator.MigrateAsync(owner, RolePasswords.None, NullLogger.Instance, CancellationToken.None);
        return cluster;
    }
}
