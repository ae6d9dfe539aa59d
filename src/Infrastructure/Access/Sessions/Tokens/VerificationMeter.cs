using System.Diagnostics.Metrics;
using CleanApi.Application.Common.Telemetry;

namespace CleanApi.Infrastructure.Access;

/// <summary>Counts how often a credential was verified before.</summary>
internal sealed class VerificationMeter
{
    private const string Cache = "cache";
    private const string Outcome = "outcome";

    private readonly Counter<long> lookups;

    /// <summary>Creates the instrument.</summary>
    public VerificationMeter(IMeterFactory meters) => lookups = meters.Create(MetricNames.Meter)
        .CreateCounter<long>(MetricNames.CacheLookups, unit: "{lookup}", description: "Look-ups of credentials that were verified before.");

    /// <summary>A credential was looked up.</summary>
    /// <param name="cache">The kind of credentials.</param>
    /// <param name="isHit">Whether it was found.</param>
    public void Look(string cache, bool isHit) => lookups.Add(1, new(Cache, cache), new(Outcome, isHit ? "hit" : "miss"));
}
