using System.Security.Cryptography;
using CleanApi.Infrastructure.EmbeddedPostgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CleanApi.WebApi.IntegrationTests.Support;

/// <summary>One throw-away PostgreSQL for the run with one migrated template that has the demo data. Each test class gets a clone.</summary>
internal static class TestCluster
{
    private const string Template = "template_demo";

    private static readonly Lazy<Task<EmbeddedCluster>> Cluster = new(StartAsync);

    /// <summary>The key that encrypts the signing keys, which all clones share with the template.</summary>
    public static string KeyEncryptionKey { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>Clones the template and returns the owner's connection string.</summary>
    public static async Task<string> CloneAsync(string name) => await (await Cluster.Value).CloneDatabaseAsync(Template, name);

    /// <summary>Drops a clone.</summary>
    public static async Task DropAsync(string name) => await (await Cluster.Value).DropDatabaseAsync(name);

    /// <summary>Creates an empty database and returns the owner's connection string.</summary>
    public static async Task<string> CreateEmptyAsync(string name) => await (await Cluster.Value).CloneDatabaseAsync("template0", name);

    private static async Task<EmbeddedCluster> StartAsync()
    {
        var cluster = await EmbeddedCluster.StartAsync(EmbeddedClusterOptions.ThrowAway() with { MaxConnections = 400 }, NullLogger.Instance);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.DisposeAsync().AsTask().GetAwaiter().GetResult();
        var owner = await cluster.CloneDatabaseAsync("template0", Template);
        await using (var seeding = new ApiFactory(owner, "Development", ApiFactory.CreateClock()))
        {
            seeding.StartServer();
        }

        // As if everybody had another password than that of the demo data: nothing but Development starts over it. And as if all had been sent that the demo data has sent.
        await using (var accounts = NpgsqlDataSource.Create(owner))
        {
            await using var change = accounts.CreateCommand("update access.accounts set password_changed_at = created_at + interval '1 second'; delete from events.outbox_deliveries; delete from mail.messages");
            await change.ExecuteNonQueryAsync();
        }

        NpgsqlConnection.ClearAllPools();
        return cluster;
    }
}
