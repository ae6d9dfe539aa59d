using CleanApi.Infrastructure.Persistence.Migrations;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CleanApi.Infrastructure.IntegrationTests.Persistence;

/// <summary>A database of an earlier version, before one migration. Its owner is no superuser: row-level security holds for it.</summary>
/// <param name="migration">The first migration that it does not have.</param>
public abstract class MigrationTest(string migration) : IAsyncLifetime
{
    private readonly MigratedCluster cluster = new();
    private readonly string database = "before_" + Guid.NewGuid().ToString("N");
    private readonly string role = "owner_" + Guid.NewGuid().ToString("N");
    private NpgsqlDataSource maintenance = null!;
    private NpgsqlDataSource owner = null!;

    /// <summary>Connections as a superuser, who sees every row.</summary>
    protected NpgsqlDataSource Superuser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var connection = await cluster.CreateDatabaseAsync();
        maintenance = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString);
        await ExecuteAsync(maintenance, $"create role {role} login password 'p' createrole");
        await ExecuteAsync(maintenance, $"create database {database} template template0 owner {role}");
        Superuser = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { Database = database, Pooling = false }.ConnectionString);
        owner = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { Database = database, Username = role, Password = "p", Pooling = false }.ConnectionString);
        await ExecuteAsync(owner, """create table public.migrations ("MigrationId" varchar(150) not null constraint "PK_migrations" primary key, "ProductVersion" varchar(32) not null)""");
        foreach (var id in SqlMigrations.Ids.Where(id => string.CompareOrdinal(id, migration) < 0))
        {
            using StreamReader file = new(typeof(SqlMigrations).Assembly.GetManifestResourceStream(id + ".sql")!);
            await ExecuteAsync(owner, await file.ReadToEndAsync());
            await ExecuteAsync(owner, $"insert into public.migrations values ('{id}', '1.0')");
        }
    }

    public async Task DisposeAsync()
    {
        await owner.DisposeAsync();
        await Superuser.DisposeAsync();
        await ExecuteAsync(maintenance, $"drop database {database} with (force)");
        await ExecuteAsync(maintenance, $"drop role {role}");
        await maintenance.DisposeAsync();
        await cluster.DisposeAsync();
    }

    protected Task MigrateAsync() => MigrateAsync(NullLogger.Instance);

    protected async Task MigrateAsync(ILogger logger)
    {
        await using var connection = await owner.OpenConnectionAsync();
        await SqlMigrations.ApplyAsync(connection, logger, CancellationToken.None);
    }

    protected static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    protected async Task<List<string>> ReadAsync(string sql)
    {
        List<string> lines = [];
        await using var command = Superuser.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }
}
