using CleanApi.Infrastructure.Persistence.Migrations;
using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>Migrates a database as its owner. Of instances that start concurrently, one migrates and the others wait.</summary>
internal static class Migrator
{
    // An arbitrary constant that must never change between versions.
    private const long AdvisoryLock = 0x436C65616E417069;

    /// <summary>Applies pending migrations.</summary>
    /// <param name="owner">Connections as the owner.</param>
    /// <param name="applicationPassword">The application role's password; null when the owner's connections switch to that role.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task MigrateAsync(NpgsqlDataSource owner, string? applicationPassword, CancellationToken cancellationToken)
    {
        await using var connection = await owner.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(connection, $"select pg_advisory_lock({AdvisoryLock})", cancellationToken);
        await ApplicationRole.EnsureAsync(connection, applicationPassword, cancellationToken);
        await SqlMigrations.ApplyAsync(connection, cancellationToken);
        await TrigramSearch.MarkLikeLeakproofAsync(connection, cancellationToken);
        await ExecuteAsync(connection, $"select pg_advisory_unlock({AdvisoryLock})", cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
