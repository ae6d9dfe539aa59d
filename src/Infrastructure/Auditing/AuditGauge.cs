using System.Diagnostics.Metrics;
using CleanApi.Application.Common.Telemetry;
using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Telemetry;

namespace CleanApi.Infrastructure.Auditing;

/// <summary>How far the sealing of the audit log is behind. Without telemetry it is not created.</summary>
internal sealed class AuditGauge
{
    // Of entries that are to be sealed; those that the program did not write never are.
    private const string Oldest =
        """
        select min(oldest.created_at) from (
          select l.created_at from auditing.audit_logs l
          where l.id >= app.audit_sealed_before() and not exists (select from app.audit_seals s where s.entry = l.id)
          order by l.id limit 1) oldest
        """;

    /// <summary>Creates the instrument.</summary>
    public AuditGauge(IMeterFactory meters, Database database, TimeProvider clock) => meters.Create(MetricNames.Meter).CreateObservableGauge(
        MetricNames.AuditUnsealed,
        () => GaugeQuery.Read<double>(database, Oldest, row => [new(GaugeQuery.AgeOf(row, clock))]),
        unit: "s",
        description: "Age of the oldest entry of the audit log that is to be sealed.");
}
