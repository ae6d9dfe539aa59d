using CleanApi.Infrastructure.Persistence.Migrations;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>Migrates a database as its owner. Of instances that start concurrently, one migrates and the others wait.</summary>
internal static partial class Migrator
{
    /// <summary>Whoever migrates holds it. An arbitrary constant that must never change between versions.</summary>
    internal const long AdvisoryLock = 0x436C65616E417069;

    /// <summary>Applies pending migrations.</summary>
    /// <param name="owner">Connections as the owner.</param>
    /// <param name="passwords">The passwords of the program's roles; null where the owner's connections switch to a role.</param>
    /// <param name="logger">Tells what is waited for.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="Settings.StartException">The database is not the owner's to migrate; says what to do.</exception>
    public static async Task MigrateAsync(NpgsqlDataSource owner, RolePasswords passwords, ILogger logger, CancellationToken cancellationToken)
    {
        await using var connection = await owner.OpenConnectionAsync(cancellationToken);
        await WaitForTurnAsync(connection, logger, cancellationToken);
        await DatabaseRoles.EnsureAsync(connection, DatabaseRoles.Application, passwords.Application, cancellationToken);
        await DatabaseRoles.EnsureAsync(connection, DatabaseRoles.Worker, passwords.Worker, cancellationToken);
        await TableOwner.RequireAsync(connection, cancellationToken);
        await SqlMigrations.ApplyAsync(connection, logger, cancellationToken);
        await TrigramSearch.MarkLikeLeakproofAsync(connection, cancellationToken);
        await ExecuteAsync(connection, $"select pg_advisory_unlock({AdvisoryLock})", cancellationToken);
    }

    // However long the other one takes: connections of the start have no command timeout.
    private static async Task WaitForTurnAsync(NpgsqlConnection connection, ILogger logger, CancellationToken cancellationToken)
    {
        await using var free = new NpgsqlCommand($"select pg_try_advisory_lock({AdvisoryLock})", connection);
        if (await free.ExecuteScalarAsync(cancellationToken) is false)
        {
            LogTurn(logger);
            await ExecuteAsync(connection, $"select pg_advisory_lock({AdvisoryLock})", cancellationToken);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Another instance migrates the database; waiting for its end")]
    private static partial void LogTurn(ILogger logger);
}
