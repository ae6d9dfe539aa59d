using CleanApi.Infrastructure.Persistence.Migrations;
using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>Brings a database up to date as its owner. Of several instances that start at once, one does it and the others wait.</summary>
internal static class Migrator
{
    // Any number, the same in every version of the program.
    private const long AdvisoryLock = 0x436C65616E417069;

    /// <summary>Applies what is missing.</summary>
    /// <param name="owner">Connects as the owner.</param>
    /// <param name="applicationPassword">The application role's password; null where the owner's connections drop to that role.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task MigrateAsync(NpgsqlDataSource owner, string? applicationPassword, CancellationToken cancellationToken)
    {
        await using var connection = await owner.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(connection, $"select pg_advisory_lock({AdvisoryLock})", cancellationToken);
        await ApplicationRole.EnsureAsync(connection, applicationPassword, cancellationToken);
        await SqlMigrations.ApplyAsync(connection, cancellationToken);
        await TrigramSearch.AllowUnderRowSecurityAsync(connection, cancellationToken);
        await ExecuteAsync(connection, $"select pg_advisory_unlock({AdvisoryLock})", cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
