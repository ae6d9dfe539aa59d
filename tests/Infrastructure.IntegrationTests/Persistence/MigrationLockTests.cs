using CleanApi.Infrastructure.Persistence;
using Npgsql;

namespace CleanApi.Infrastructure.IntegrationTests.Persistence;

/// <summary>A new version migrates while the one before serves requests, and while somebody holds a table.</summary>
public sealed class MigrationLockTests() : MigrationTest("0008_password_changed")
{
    [Fact]
    public async Task It_lets_others_through_while_it_waits_for_a_lock_and_goes_on_when_it_gets_it()
    {
        using var logs = new LogCollector();
        await using var holder = await Superuser.OpenConnectionAsync();
        await using var transaction = await holder.BeginTransactionAsync();
        await ExecuteAsync(holder, "select count(*) from access.sessions");

        var migration = MigrateAsync(logs);
        await logs.UntilAsync("Migration 0008_password_changed waits for a lock that somebody holds");
        await ExecuteAsync(Superuser, "select count(*) from access.sessions");
        migration.IsCompleted.Should().BeFalse();
        await transaction.RollbackAsync();
        await migration;

        logs.Lines.Should().ContainSingle(line => line.StartsWith("Migration 0008_password_changed is applied", StringComparison.Ordinal));
        (await ReadAsync("""select "MigrationId" from public.migrations""")).Should().Contain("0008_password_changed");
    }

    [Fact]
    public async Task Another_instance_s_migrations_are_waited_for_without_a_limit_and_that_is_told()
    {
        using var logs = new LogCollector();
        await using var other = await Superuser.OpenConnectionAsync();
        await ExecuteAsync(other, $"select pg_advisory_lock({Migrator.AdvisoryLock})");

        var migration = Migrator.MigrateAsync(Superuser, RolePasswords.None, logs, CancellationToken.None);
        await logs.UntilAsync("Another instance migrates the database; waiting for its end");
        migration.IsCompleted.Should().BeFalse();
        await ExecuteAsync(other, $"select pg_advisory_unlock({Migrator.AdvisoryLock})");
        await migration;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
