using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CleanApi.Application.Common.Telemetry;
using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Webhooks;

/// <summary>What the alert on webhooks of many organizations is about.</summary>
public sealed class WebhookGaugeTests(DeliveriesApi api) : IClassFixture<DeliveriesApi>
{
    [Fact]
    [Trait("Requirement", "R256")]
    public async Task An_organization_is_failing_until_something_arrives()
    {
        using var meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var factory = meters.GetRequiredService<IMeterFactory>();
        _ = new WebhookGauge(factory, api.Services.GetRequiredService<Database>(), api.Clock);
        await using var receiver = await WebhookReceiver.StartAsync(500);
        var (path, _) = await api.CreateAsync(receiver.Url, "post.*");
        await api.TestAsync(path);
        await api.FailedAsync(path);

        Measure(factory).Should().Equal([("failing", 1), ("working", 0)]);

        receiver.Answer = context =>
        {
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        };
        await api.TestAsync(path);
        await api.DeliveryAsync(path, one => one.Text("status") == "DELIVERED");
        Measure(factory).Should().Equal([("failing", 0), ("working", 1)]);
    }

    private static IEnumerable<(string Outcome, long Count)> Measure(IMeterFactory factory)
    {
        ConcurrentDictionary<string, long> measured = new(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, one) =>
            {
                if (instrument.Name == MetricNames.WebhookOrganizations && ReferenceEquals(instrument.Meter.Scope, factory))
                {
                    one.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => measured[(string)tags[0].Value!] = value);
        listener.Start();
        listener.RecordObservableInstruments();
        return measured.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value));
    }
}
