using System.Diagnostics.Metrics;
using CleanApi.Application.Common.Telemetry;
using CleanApi.Infrastructure.Persistence;
using Npgsql;

namespace CleanApi.Infrastructure.Auditing;

/// <summary>How far the sealing of the audit log is behind. Asked on the thread that exports metrics, once an export; without telemetry it is not created.</summary>
internal sealed class AuditGauge
{
    private const int TimeoutSeconds = 5;

    // Of entries that are to be sealed; those that the program did not write never are.
    private const string Oldest =
        """
        select l.created_at from auditing.audit_logs l
        where l.id >= app.audit_sealed_before() and not exists (select from app.audit_seals s where s.entry = l.id)
        order by l.id limit 1
        """;

    private readonly Database database;
    private readonly TimeProvider clock;

    /// <summary>Creates the instrument.</summary>
    public AuditGauge(IMeterFactory meters, Database database, TimeProvider clock)
    {
        (this.database, this.clock) = (database, clock);
        meters.Create(MetricNames.Meter).CreateObservableGauge(
            MetricNames.AuditUnsealed, Read, unit: "s", description: "Age of the oldest entry of the audit log that is to be sealed.");
    }

    // No measurement while the database is away: that is told by others.
    private IEnumerable<Measurement<double>> Read()
    {
        try
        {
            using var command = database.Worker.CreateCommand(Oldest);
            command.CommandTimeout = TimeoutSeconds;
            return [new(command.ExecuteScalar() is DateTime oldest ? Math.Max(0, (clock.GetUtcNow().UtcDateTime - oldest).TotalSeconds) : 0)];
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
        {
            return [];
        }
    }
}
