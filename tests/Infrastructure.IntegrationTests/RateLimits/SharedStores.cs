using CleanApi.Application.Common.RateLimits;
using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.RateLimits;
using CleanApi.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using StackExchange.Redis;

namespace CleanApi.Infrastructure.IntegrationTests.RateLimits;

/// <summary>Each kind of store twice, as two instances have it.</summary>
public sealed class SharedStores : IAsyncLifetime
{
    private readonly MigratedCluster cluster = new();
    private readonly List<IAsyncDisposable> resources = [];
    private readonly Dictionary<string, (IRateLimitStore One, IRateLimitStore Other)> stores = new(StringComparer.Ordinal);

    /// <summary>The database that the stores in PostgreSQL count in.</summary>
    internal Database Database { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var connection = new NpgsqlConnectionStringBuilder(await cluster.CreateDatabaseAsync()) { MaxPoolSize = 30 }.ConnectionString;
        Database = await DatabaseAsync(connection);
        var redis = Keep(await RedisServer.StartAsync());
        var memory = new MemoryRateLimitStore();
        stores[nameof(RateLimitStoreKind.Memory)] = (memory, memory);
        stores[nameof(RateLimitStoreKind.Postgres)] = (new PostgresRateLimitStore(Database), new PostgresRateLimitStore(await DatabaseAsync(connection)));
        stores[nameof(RateLimitStoreKind.Redis)] = (
            Keep(new RedisRateLimitStore(ConfigurationOptions.Parse(redis.Configuration))), Keep(new RedisRateLimitStore(ConfigurationOptions.Parse(redis.Configuration))));
    }

    public async Task DisposeAsync()
    {
        foreach (var resource in Enumerable.Reverse(resources))
        {
            await resource.DisposeAsync();
        }

        await cluster.DisposeAsync();
    }

    /// <summary>The store of one instance and that of another.</summary>
    internal (IRateLimitStore One, IRateLimitStore Other) Of(string kind) => stores[kind];

    private async Task<Database> DatabaseAsync(string connection)
    {
        var database = Keep(new Database(new DatabaseOptions(connection, null, ""), NullLoggerFactory.Instance));
        await database.StartAsync(CancellationToken.None);
        return database;
    }

    private T Keep<T>(T resource)
        where T : IAsyncDisposable
    {
        resources.Add(resource);
        return resource;
    }
}
