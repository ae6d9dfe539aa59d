using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace CleanApi.WebApi.IntegrationTests.Telemetry;

/// <summary>Without an endpoint there is no telemetry.</summary>
public sealed class WithoutTelemetryTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public void Nothing_listens_and_nothing_is_sent() =>
        (api.Services.GetService<TracerProvider>(), api.Services.GetService<MeterProvider>(), api.Services.GetService<LoggerProvider>()).Should().Be((null, null, null));
}
