using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Time;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CleanApi.Infrastructure.Auditing;

/// <summary>Seals new entries of the audit log, every ten seconds. Of several instances, one is at it at a time; whoever writes entries waits for none of them.</summary>
internal sealed class AuditSealer(Database database, TimeProvider clock, ILogger<AuditSealer> logger) : PeriodicJob(TimeSpan.FromSeconds(10), clock, logger)
{
    /// <inheritdoc />
    internal override Task RunOnceAsync(CancellationToken cancellationToken) => BatchDeletion.RepeatAsync(SealAsync, cancellationToken);

    private async Task<int> SealAsync(CancellationToken cancellationToken)
    {
        await using var command = database.Worker.CreateCommand("select app.seal_audit($1)");
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = BatchDeletion.Size });
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
