using System.Diagnostics.Metrics;
using CleanApi.Application.Common.Telemetry;

namespace CleanApi.Infrastructure.Mail;

/// <summary>Counts mails that were not sent.</summary>
internal sealed class MailMeter
{
    private readonly Counter<long> dropped;

    /// <summary>Creates the instruments.</summary>
    public MailMeter(IMeterFactory meters) =>
        dropped = meters.Create(MetricNames.Meter).CreateCounter<long>(MetricNames.MailsDropped, unit: "{mail}", description: "Mails beyond the limit of their recipient.");

    /// <summary>A mail was beyond the limit of its recipient.</summary>
    public void CountDropped(string template) => dropped.Add(1, new KeyValuePair<string, object?>("template", template));
}
