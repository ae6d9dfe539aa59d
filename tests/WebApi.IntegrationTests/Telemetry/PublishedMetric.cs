using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace CleanApi.WebApi.IntegrationTests.Telemetry;

/// <summary>A metric that the running program has.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit, in UCUM.</param>
/// <param name="Kind">The instrument's type, without its parameter.</param>
internal sealed record PublishedMetric(string Name, string Unit, string Kind)
{
    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal) { ["s"] = "_seconds", ["By"] = "_bytes" };

    /// <summary>What Prometheus calls it, as the OpenTelemetry specification has it ("Prometheus and OpenMetrics Compatibility").</summary>
    public IEnumerable<string> PrometheusNames
    {
        get
        {
            var name = Name.Replace('.', '_') + Units.GetValueOrDefault(Unit, "");
            return Kind switch
            {
                "Histogram" => [$"{name}_bucket", $"{name}_count", $"{name}_sum"],
                "Counter" or "ObservableCounter" => [$"{name}_total"],
                _ => [name],
            };
        }
    }

    /// <summary>All that there are at this time.</summary>
    public static IReadOnlyList<PublishedMetric> All()
    {
        ConcurrentQueue<PublishedMetric> found = new();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) => found.Enqueue(new PublishedMetric(instrument.Name, instrument.Unit ?? "", instrument.GetType().Name.Split('`')[0])),
        };
        // Tells those that exist before it returns; the runtime's are made by the first listener.
        listener.Start();
        return [.. found.Distinct()];
    }
}
