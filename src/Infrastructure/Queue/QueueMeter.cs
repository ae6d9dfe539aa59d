using System.Diagnostics.Metrics;
using CleanApi.Application.Common.Telemetry;

namespace CleanApi.Infrastructure.Queue;

/// <summary>Counts what comes of attempts.</summary>
internal sealed class QueueMeter
{
    /// <summary>It is done.</summary>
    public const string Completed = "completed";

    /// <summary>It has failed, and is tried again.</summary>
    public const string Postponed = "postponed";

    /// <summary>What it needs is down: it waits.</summary>
    public const string NotTried = "not_tried";

    /// <summary>The lease ended before it was done: it is another's.</summary>
    public const string LeaseLost = "lease_lost";

    /// <summary>It has failed for good.</summary>
    public const string GivenUp = "given_up";

    private readonly Counter<long> attempts;

    /// <summary>Creates the instruments.</summary>
    public QueueMeter(IMeterFactory meters) => attempts = meters.Create(MetricNames.Meter).CreateCounter<long>(
        MetricNames.QueueAttempts, unit: "{attempt}", description: "Attempts of the items of a queue, by what came of them.");

    /// <summary>Counts attempts of a queue's items.</summary>
    public void Count(string queue, string outcome, int number = 1) =>
        attempts.Add(number, new KeyValuePair<string, object?>("queue", queue), new KeyValuePair<string, object?>("outcome", outcome));
}
