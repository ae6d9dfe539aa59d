using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CleanApi.Application.Common.Telemetry;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Health;

/// <summary>
/// Tells operators how each check is: the log when that changes, with the reason, and a gauge all the time (0 unhealthy, 1 degraded, 2 healthy). Whoever asks
/// <c>/health/ready</c> learns no reason.
/// </summary>
internal sealed partial class HealthLog : IHealthCheckPublisher
{
    private readonly ILogger<HealthLog> logger;
    private readonly Gauge<int> gauge;
    private readonly ConcurrentDictionary<string, HealthStatus> latest = new(StringComparer.Ordinal);

    /// <summary>Creates the instrument.</summary>
    public HealthLog(IMeterFactory meters, ILogger<HealthLog> logger) =>
        (this.logger, gauge) = (logger, meters.Create(MetricNames.Meter).CreateGauge<int>(MetricNames.Health, description: "How a check is: 0 unhealthy, 1 degraded, 2 healthy."));

    /// <inheritdoc />
    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        foreach (var (name, entry) in report.Entries)
        {
            gauge.Record((int)entry.Status, new KeyValuePair<string, object?>("check", name));
            // One line for an outage, although the reason may change while it lasts.
            var before = latest.GetValueOrDefault(name, HealthStatus.Healthy);
            latest[name] = entry.Status;
            if (before != entry.Status)
            {
                Log(logger, entry.Status == HealthStatus.Healthy ? LogLevel.Information : LogLevel.Warning, name, entry.Status, entry.Description);
            }
        }

        return Task.CompletedTask;
    }

    [LoggerMessage(Message = "Health of {Check}: {Status} {Reason}")]
    private static partial void Log(ILogger logger, LogLevel level, string check, HealthStatus status, string? reason);
}
