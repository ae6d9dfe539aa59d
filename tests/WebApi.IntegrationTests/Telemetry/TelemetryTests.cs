using CleanApi.Infrastructure.Settings;
using CleanApi.Infrastructure.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;

namespace CleanApi.WebApi.IntegrationTests.Telemetry;

/// <summary>Traces and metrics leave over OTLP where an endpoint is set.</summary>
public sealed class TelemetryTests(TelemetryApi api) : IClassFixture<TelemetryApi>
{
    [Fact]
    public async Task A_request_is_one_trace_through_all_layers()
    {
        var (spans, _) = await api.TraceAsync(await api.TokenAsync(ApiFixture.Admin), HttpMethod.Get, "/api/v1/users?limit=1", scope: "CleanApi.Application");

        var server = spans.Should().ContainSingle(span => span.Scope == "Microsoft.AspNetCore").Subject;
        server.Name.Should().StartWith("GET api/v1/users");
        var useCase = spans.Should().ContainSingle(span => span.Name == "ListUsers" && span.Scope == "CleanApi.Application").Subject;
        useCase.Parent.Should().Be(server.Id);
        spans.Should().Contain(span => span.Scope == "Npgsql" && span.Parent == useCase.Id);
    }

    [Fact]
    public async Task Metrics_of_requests_database_and_runtime_leave()
    {
        (await api.ClientAsync(ApiFixture.Admin)).Dispose();

        api.Services.GetRequiredService<MeterProvider>().ForceFlush().Should().BeTrue();

        api.Receiver.Metrics.Should().Contain(["http.server.request.duration", "db.client.connection.count", "dotnet.gc.collections"]);
    }

    [Fact]
    public async Task Logs_do_not_leave()
    {
        // The spans have arrived, and the request's log lines were written before them.
        await api.TraceAsync(await api.TokenAsync(ApiFixture.Admin), HttpMethod.Get, "/api/v1/users?limit=1");
        api.Services.GetService<LoggerProvider>()?.ForceFlush();

        api.Receiver.Logs.Should().BeEmpty();
    }

    [Theory]
    [InlineData("collector:4317")]
    [InlineData("ftp://collector")]
    [InlineData("yes")]
    public void An_endpoint_that_is_no_address_stops_the_start(string endpoint)
    {
        var adding = () => new ServiceCollection().AddTelemetry(new ConfigurationManager { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint });

        adding.Should().Throw<StartException>().Which.Message.Should().Contain("OTEL_EXPORTER_OTLP_ENDPOINT");
    }
}
