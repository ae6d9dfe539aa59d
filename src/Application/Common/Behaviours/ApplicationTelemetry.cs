using System.Diagnostics;
using System.Diagnostics.Metrics;
using CleanApi.Application.Common.Telemetry;

namespace CleanApi.Application.Common.Behaviours;

/// <summary>What use cases are traced and measured with.</summary>
public static class ApplicationTelemetry
{
    /// <summary>The name of the source of spans.</summary>
    public const string Name = "CleanApi.Application";

    /// <summary>The source of spans.</summary>
    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Measures = new(MetricNames.Meter);

    internal static readonly Counter<long> IdempotentCommands = Measures.CreateCounter<long>(
        MetricNames.IdempotentCommands, unit: "{command}", description: "Commands with an idempotency key.");

    // The boundaries of http.server.request.duration: the two can be laid over each other.
    internal static readonly Histogram<double> UseCaseDuration = Measures.CreateHistogram(
        MetricNames.UseCaseDuration, unit: "s", description: "Duration of use cases.", tags: null,
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10] });
}
