using System.Diagnostics.Metrics;
using CleanApi.Application.Common.Telemetry;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>How many connections are open that outlast a request. Without telemetry it is not created.</summary>
internal sealed class LiveCallerMeter
{
    /// <summary>Creates the instrument.</summary>
    public LiveCallerMeter(IMeterFactory meters, LiveCallers callers) => meters.Create(MetricNames.Meter).CreateObservableUpDownCounter(
        MetricNames.StreamConnections, () => callers.Count, unit: "{connection}", description: "Streams and hub connections that are open.");
}
