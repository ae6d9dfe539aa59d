using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace CleanApi.WebApi.IntegrationTests.Telemetry;

/// <summary>What one program's counters have counted since it began to listen, by name and tags: <c>cleanapi.cache.lookups cache=api_keys outcome=hit</c>.</summary>
internal sealed class RecordedCounts : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<string, long> counts = new(StringComparer.Ordinal);

    /// <summary>Listens to the instruments of these names.</summary>
    /// <param name="meters">The program's; instruments that all programs of the process share are heard too.</param>
    /// <param name="names">The instruments.</param>
    public RecordedCounts(IMeterFactory meters, params string[] names)
    {
        listener.InstrumentPublished = (instrument, one) =>
        {
            if (instrument.Meter.Scope is null || ReferenceEquals(instrument.Meter.Scope, meters))
            {
                if (names.Contains(instrument.Name))
                {
                    one.EnableMeasurementEvents(instrument);
                }
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => counts.AddOrUpdate(
            string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}").Prepend(instrument.Name)), value, (_, before) => before + value));
        listener.Start();
    }

    /// <summary>The count; 0 without one.</summary>
    public long this[string nameAndTags] => counts.GetValueOrDefault(nameAndTags);

    /// <inheritdoc />
    public void Dispose() => listener.Dispose();
}
