using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Time;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CleanApi.Infrastructure.Auditing;

/// <summary>Makes the tables of the audit log's coming months, and drops those of months that are not kept any more, once an hour. Of several instances, one is at it at a time.</summary>
internal sealed partial class AuditMonths(Database database, AuditSettings settings, TimeProvider clock, ILogger<AuditMonths> logger)
    : PeriodicJob(TimeSpan.FromHours(1), clock, logger)
{
    private const int Ahead = 3;

    // Organizations that one statement tells what is not kept: it reads the seals of the month.
    private const int Chains = 100;
    private const int DropSeconds = 60;

    /// <inheritdoc />
    internal override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await using (var make = database.Worker.CreateCommand("select app.make_audit_months($1)"))
        {
            make.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Ahead });
            await make.ExecuteNonQueryAsync(cancellationToken);
        }

        if (settings.RetentionMonths is { } months)
        {
            var before = Clock.GetUtcNow().AddMonths(-months);
            while (await DropAsync(before, cancellationToken))
            {
                LogDrop(logger, before);
            }
        }

        await BatchDeletion.RepeatAsync(DropSealsAsync, cancellationToken);
    }

    // Longer than a statement may take that somebody waits for.
    private async Task<bool> DropAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var connection = await database.Worker.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var limit = new NpgsqlCommand($"set local statement_timeout = '{DropSeconds}s'", connection, transaction))
        {
            await limit.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var drop = new NpgsqlCommand("select app.drop_audit_month($1, $2)", connection, transaction) { CommandTimeout = DropSeconds + 1 };
        drop.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = before });
        drop.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Chains });
        var isMore = (bool)(await drop.ExecuteScalarAsync(cancellationToken))!;
        await transaction.CommitAsync(cancellationToken);
        return isMore;
    }

    private async Task<int> DropSealsAsync(CancellationToken cancellationToken)
    {
        await using var command = database.Worker.CreateCommand("select app.drop_audit_seals($1)");
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = BatchDeletion.Size });
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Dropping what the audit log has of months that ended before {Before}")]
    private static partial void LogDrop(ILogger logger, DateTimeOffset before);
}
