using System.Diagnostics.Metrics;
using CleanApi.Application.Common.Telemetry;

namespace CleanApi.Application.Common.RateLimits;

/// <summary>Counts what rate limits decide, and what becomes of requests that the store does not count.</summary>
public sealed class RateLimitMeter
{
    private const string Policy = "policy";
    private const string Outcome = "outcome";

    private readonly Counter<long> decisions;
    private readonly Counter<long> failures;

    /// <summary>Creates the instruments.</summary>
    public RateLimitMeter(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(MetricNames.Meter);
        decisions = meter.CreateCounter<long>(MetricNames.RateLimitDecisions, unit: "{request}", description: "Decisions of rate limits.");
        failures = meter.CreateCounter<long>(MetricNames.RateLimitStoreFailures, unit: "{request}", description: "Requests that the store of rate limits did not count.");
    }

    /// <summary>A request was admitted or refused: each policy has decided, the last one against it where it was refused.</summary>
    public void Decide(in RateLimitResult result)
    {
        for (var i = 0; i < result.States.Count; i++)
        {
            var isAdmitted = result.IsAdmitted || i < result.States.Count - 1;
            decisions.Add(1, new(Policy, result.States[i].Window.Policy), new(Outcome, isAdmitted ? "admitted" : "refused"));
        }
    }

    /// <summary>The store has failed: the request was counted in this process, or refused.</summary>
    public void Fail(bool isRefused) => failures.Add(1, new KeyValuePair<string, object?>(Outcome, isRefused ? "refused" : "counted_locally"));
}
