using System.Text.Json;
using System.Text.RegularExpressions;
using CleanApi.Application.Common.Telemetry;
using CleanApi.Infrastructure.Settings;
using CleanApi.Infrastructure.Telemetry;
using CleanApi.WebApi.IntegrationTests.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;

namespace CleanApi.WebApi.IntegrationTests.Telemetry;

/// <summary>Traces and metrics leave over OTLP where an endpoint is set.</summary>
public sealed class TelemetryTests(TelemetryApi api) : IClassFixture<TelemetryApi>
{
    // The test's own request is in the same process.
    private const string Client = "System.Net.Http";

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
    [Trait("Requirement", "R256")]
    public async Task Metrics_of_requests_database_and_runtime_leave()
    {
        (await api.ClientAsync(ApiFixture.Admin)).Dispose();

        api.Services.GetRequiredService<MeterProvider>().ForceFlush().Should().BeTrue();

        api.Receiver.Metrics.Should().Contain(
        [
            "http.server.request.duration", "db.client.connection.count", "dotnet.gc.collections", MetricNames.UseCaseDuration, MetricNames.PasswordHashDuration,
            MetricNames.PasswordHashesWaiting, MetricNames.PasswordHashesRunning, MetricNames.RequestsWaiting, MetricNames.QueueDepth, MetricNames.QueueOldest, MetricNames.QueueDead,
        ]);
    }

    [Fact]
    [Trait("Requirement", "R256")]
    public async Task A_request_s_line_of_log_leaves_too_without_the_client_s_address()
    {
        var (_, response) = await api.TraceAsync(await api.TokenAsync(ApiFixture.Admin), HttpMethod.Get, "/api/v1/users?limit=1");
        var id = JsonElement.Parse(response).Text("meta.requestId");

        await Probe.UntilAsync("the line has arrived", () =>
        {
            api.Services.GetRequiredService<LoggerProvider>().ForceFlush();
            return api.Receiver.MetricsAndLogs.Contains($"Request completed {id} 200 in ", StringComparison.Ordinal);
        });

        api.Logs.Lines.Should().Contain(line => line.Message.Contains($"{id} 200 in ", StringComparison.Ordinal) && line.Message.Contains(" from 127.0.0.1 with ", StringComparison.Ordinal));
        Regex.Match(api.Receiver.MetricsAndLogs, $"Request completed {id} 200 in .*? from (?<address>\\S+) with ", RegexOptions.None, TimeSpan.FromSeconds(5)).Groups["address"].Value.Should().Be("-");
        api.Receiver.LogAttributes.Should().Contain("UserAgent").And.NotContain("Ip");
        api.Receiver.LogCategories.Should().Contain("CleanApi.WebApi.Requests.RequestMiddleware");
    }

    [Fact]
    [Trait("Requirement", "R256")]
    public async Task Every_span_of_a_request_names_the_request_and_the_organization()
    {
        var token = await api.TokenAsync(ApiFixture.Admin);
        using var client = api.CreateClient(token);
        var organization = (await client.JsonAsync("/api/v1/organization")).At("data.id").GetString();

        var (spans, response) = await api.TraceAsync(token, HttpMethod.Get, "/api/v1/users?limit=1");

        var id = JsonElement.Parse(response).Text("meta.requestId");
        var own = spans.Where(span => span.Scope != Client).ToList();
        own.Select(span => span.Scope).Should().Contain(["Microsoft.AspNetCore", "CleanApi.Application", "Npgsql"]);
        own.Should().OnlyContain(span => span.Content.Contains(id!, StringComparison.Ordinal) && span.Content.Contains(organization!, StringComparison.Ordinal));
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
