using System.Security.Cryptography;
using Npgsql;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

/// <summary>What tests of Access begin with: a database, a clock, an instance of the program, and whatever more they start.</summary>
public abstract class AccessTest(AccessCluster cluster) : IClassFixture<AccessCluster>, IAsyncLifetime
{
    private readonly List<IAsyncDisposable> started = [];
    private string connectionString = "";

    private protected Instance Api { get; private set; } = null!;

    protected TestClock Clock { get; } = new();

    protected static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    protected string Key { get; } = NewKey();

    /// <summary>The database as its owner sees it.</summary>
    protected NpgsqlDataSource Owner { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        connectionString = await cluster.CreateDatabaseAsync();
        Owner = NpgsqlDataSource.Create(connectionString);
        started.Add(Owner);
        Api = await StartAsync(Key);
    }

    public async Task DisposeAsync()
    {
        foreach (var one in Enumerable.Reverse(started))
        {
            await one.DisposeAsync();
        }
    }

    /// <summary>Starts another instance over the same database.</summary>
    private protected async Task<Instance> StartAsync(string keyEncryptionKey)
    {
        var instance = await Instance.StartAsync(connectionString, keyEncryptionKey, Clock);
        started.Add(instance);
        return instance;
    }

    /// <summary>One value from the database.</summary>
    protected async Task<T> ReadAsync<T>(string sql, params object[] parameters)
    {
        await using var command = Owner.CreateCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.AddWithValue(parameter);
        }

        return (T)(await command.ExecuteScalarAsync())!;
    }
}
