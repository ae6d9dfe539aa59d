using System.Diagnostics.Metrics;
using CleanApi.Application.Common.Telemetry;
using CleanApi.Infrastructure.Persistence;
using Npgsql;

namespace CleanApi.Infrastructure.Mail;

/// <summary>
/// How full the queue of mails is. Asked on the thread that exports metrics, once an export; every instance tells the same. Without telemetry it is not created.
/// </summary>
internal sealed class MailQueueMeter
{
    private const int TimeoutSeconds = 5;

    private readonly Database database;
    private readonly TimeProvider clock;

    /// <summary>Creates the instruments.</summary>
    public MailQueueMeter(IMeterFactory meters, Database database, TimeProvider clock)
    {
        (this.database, this.clock) = (database, clock);
        var meter = meters.Create(MetricNames.Meter);
        meter.CreateObservableGauge<long>(
            MetricNames.MailsQueued, () => Read<long>("select count(*) from mail.messages where failed_at is null", count => (long)count!), unit: "{mail}",
            description: "Mails that are to be sent.");
        meter.CreateObservableGauge<double>(
            MetricNames.OldestMail, () => Read("select min(created_at) from mail.messages where failed_at is null", AgeOf), unit: "s",
            description: "Age of the oldest mail that is to be sent.");
    }

    private double AgeOf(object? createdAt) => createdAt is DateTime oldest ? Math.Max(0, (clock.GetUtcNow().UtcDateTime - oldest).TotalSeconds) : 0;

    // No measurement while the database is away: that is told by others.
    private IEnumerable<Measurement<T>> Read<T>(string sql, Func<object?, T> measure)
        where T : struct
    {
        try
        {
            using var command = database.Application.CreateCommand(sql);
            command.CommandTimeout = TimeoutSeconds;
            return [new Measurement<T>(measure(command.ExecuteScalar()))];
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
        {
            return [];
        }
    }
}
