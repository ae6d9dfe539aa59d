using CleanApi.WebApi.IntegrationTests.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;

namespace CleanApi.WebApi.IntegrationTests.Telemetry;

/// <summary>Requests to sign-in providers are traced here and carry no trace context to a third party.</summary>
public sealed class TracedProviderTests(TracedProviderApi api) : IClassFixture<TracedProviderApi>
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task A_request_to_a_provider_has_a_span_and_carries_nothing_of_the_caller_s_trace()
    {
        using var client = api.CreateClient(token: null);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/auth/external/partner", UriKind.Relative));
        request.Headers.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");
        request.Headers.Add("tracestate", "vendor=of-the-caller");
        request.Headers.Add("baggage", "person=grace");
        request.Headers.Add("Correlation-Context", "person=grace");

        using var response = await client.SendAsync(request);

        api.Provider.Requests.Should().NotBeEmpty();
        api.Provider.Requests.SelectMany(headers => headers).Select(header => header.ToLowerInvariant())
            .Should().NotContain(["traceparent", "tracestate", "baggage", "correlation-context", "request-id"]);
        await Probe.UntilAsync("the spans have arrived", () =>
        {
            api.Services.GetRequiredService<TracerProvider>().ForceFlush();
            return api.Receiver.Spans.Any(span => span.Trace == Trace && span.Scope == "System.Net.Http");
        });
    }
}
