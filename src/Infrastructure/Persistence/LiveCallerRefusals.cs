using System.Diagnostics.Metrics;
using CleanApi.Application.Common.Telemetry;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>Counts the connections that were refused because there is no place for them.</summary>
internal sealed class LiveCallerRefusals
{
    /// <summary>Those of the organization are taken.</summary>
    public const string Organization = "organization";

    /// <summary>The person has as many as leave room for others.</summary>
    public const string Person = "person";

    /// <summary>Those of the instance are taken.</summary>
    public const string Instance = "instance";

    private readonly Counter<long> refused;

    /// <summary>Creates the instrument.</summary>
    public LiveCallerRefusals(IMeterFactory meters) => refused = meters.Create(MetricNames.Meter).CreateCounter<long>(
        MetricNames.StreamsRefused, unit: "{connection}", description: "Streams and hub connections that were refused because all places are taken.");

    /// <summary>Counts one.</summary>
    public void Count(string reason) => refused.Add(1, new KeyValuePair<string, object?>("reason", reason));
}
