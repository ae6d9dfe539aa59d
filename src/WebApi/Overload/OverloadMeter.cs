using System.Diagnostics.Metrics;
using CleanApi.Application.Common.Telemetry;

namespace CleanApi.WebApi.Overload;

/// <summary>Counts who waits and who is refused.</summary>
internal sealed class OverloadMeter
{
    private readonly Meter meter;
    private readonly Counter<long> shed;

    /// <summary>Creates the instruments.</summary>
    public OverloadMeter(IMeterFactory meters)
    {
        meter = meters.Create(MetricNames.Meter);
        shed = meter.CreateCounter<long>(MetricNames.RequestsShed, unit: "{request}", description: "Requests that were refused, because too many wait.");
    }

    /// <summary>Tells how many requests wait.</summary>
    public void Observe(Func<int> waiting) =>
        meter.CreateObservableUpDownCounter(MetricNames.RequestsWaiting, waiting, unit: "{request}", description: "Requests that wait for their turn.");

    /// <summary>A request was refused.</summary>
    public void Shed() => shed.Add(1);
}
