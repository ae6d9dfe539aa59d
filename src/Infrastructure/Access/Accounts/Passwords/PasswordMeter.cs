using System.Diagnostics.Metrics;
using CleanApi.Application.Common.Telemetry;

namespace CleanApi.Infrastructure.Access;

/// <summary>Measures the hashing of passwords, the most expensive thing that strangers can ask for.</summary>
internal sealed class PasswordMeter
{
    private readonly Meter meter;
    private readonly Histogram<double> duration;
    private readonly Counter<long> refused;

    /// <summary>Creates the instruments.</summary>
    public PasswordMeter(IMeterFactory meters)
    {
        meter = meters.Create(MetricNames.Meter);
        duration = meter.CreateHistogram(
            MetricNames.PasswordHashDuration, unit: "s", description: "Duration of one hash of a password.", tags: null,
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.5, 1, 2.5] });
        refused = meter.CreateCounter<long>(MetricNames.PasswordHashesRefused, unit: "{hash}", description: "Hashes of passwords that were refused, because too many wait.");
    }

    /// <summary>Tells how many hashes wait and run.</summary>
    public void Observe(Func<int> waiting, Func<int> running)
    {
        meter.CreateObservableUpDownCounter(MetricNames.PasswordHashesWaiting, waiting, unit: "{hash}", description: "Hashes of passwords that wait for their turn.");
        meter.CreateObservableUpDownCounter(MetricNames.PasswordHashesRunning, running, unit: "{hash}", description: "Hashes of passwords that are being computed.");
    }

    /// <summary>A hash was refused.</summary>
    public void Refuse() => refused.Add(1);

    /// <summary>A hash was computed.</summary>
    public void Record(TimeSpan elapsed) => duration.Record(elapsed.TotalSeconds);
}
