using OpenTelemetry;
using OpenTelemetry.Logs;

namespace CleanApi.Infrastructure.Telemetry;

/// <summary>Takes the client's IP address out of a line of log before it leaves: it is a person's, and another system need not have it. The console and the audit log do.</summary>
internal sealed class ClientAddressRemoval : BaseProcessor<LogRecord>
{
    // As in the messages of requests: "from {Ip}".
    private const string Name = "Ip";
    private const string Before = "from ";
    private const string None = "-";

    /// <inheritdoc />
    public override void OnEnd(LogRecord data)
    {
        if (data.Attributes?.FirstOrDefault(attribute => attribute.Key == Name) is { Value: { } address })
        {
            data.FormattedMessage = data.FormattedMessage?.Replace($"{Before}{address}", Before + None, StringComparison.Ordinal);
            data.Attributes = [.. data.Attributes.Where(attribute => attribute.Key != Name)];
        }
    }
}
