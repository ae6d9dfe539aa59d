using System.Net;
using CleanApi.Infrastructure.Outbound;
using CleanApi.WebApi.IntegrationTests.Http;
using CleanApi.WebApi.IntegrationTests.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace CleanApi.WebApi.IntegrationTests.Telemetry;

/// <summary>Where customers have their endpoints is theirs to know, and no collector's.</summary>
public sealed class WebhookTelemetryTests(WebhookTelemetryApi api) : IClassFixture<WebhookTelemetryApi>
{
    private const string Host = "hooks.customer.example";

    [Fact]
    [Trait("Requirement", "R256")]
    [Trait("Requirement", "R258")]
    public async Task A_delivery_leaves_the_host_of_the_endpoint_in_no_span_and_no_metric()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        ((TestResolver)api.Services.GetRequiredService<IHostResolver>()).Answer(Host, ["127.0.0.1"]);
        using var client = await api.ClientAsync(ApiFixture.Admin);
        using var created = await client.PostJsonAsync("/api/v1/webhooks", new { url = new UriBuilder(receiver.Url) { Host = Host }.Uri.ToString() });
        created.StatusCode.Should().Be(HttpStatusCode.Created);
        using var test = await client.PostAsync($"{created.Headers.Location}/test", null);
        test.StatusCode.Should().Be(HttpStatusCode.Accepted);

        await receiver.NextAsync();
        await Probe.UntilAsync("the attempt is counted", () =>
        {
            api.Services.GetRequiredService<MeterProvider>().ForceFlush();
            api.Services.GetRequiredService<TracerProvider>().ForceFlush();
            return api.Receiver.Metrics.Contains("cleanapi.queue.attempts");
        });

        api.Receiver.MetricsAndLogs.Should().NotContain(Host);
        // The receiver is in this process too, and is seen as a server.
        api.Receiver.Spans.Where(span => span.Scope != "Microsoft.AspNetCore" && span.Content.Contains(Host, StringComparison.Ordinal)).Select(span => $"{span.Scope} {span.Name}").Should().BeEmpty();
        api.Receiver.Metrics.Should().Contain("http.client.request.duration", "other clients are measured, as the one that sends to the collector");
    }
}
