using System.Diagnostics.Metrics;

namespace CleanApi.Infrastructure.Outbound;

/// <summary>
/// For clients that ask addresses which customers have named: what they measure has those addresses in it, and goes to a meter that nobody listens to. Whoever
/// sends measures by outcome.
/// </summary>
internal sealed class UnheardMeters : IMeterFactory
{
    private readonly Meter meter = new("CleanApi.Unheard");

    /// <inheritdoc />
    public Meter Create(MeterOptions options) => meter;

    /// <inheritdoc />
    public void Dispose() => meter.Dispose();
}
