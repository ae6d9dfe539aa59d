using System.Diagnostics;
using System.Net.Http.Json;
using CleanApi.Infrastructure.Settings;
using CleanApi.Infrastructure.Telemetry;
using CleanApi.WebApi.IntegrationTests.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace CleanApi.WebApi.IntegrationTests.Telemetry;

/// <summary>Traces and metrics leave over OTLP where an endpoint is set.</summary>
public sealed class TelemetryTests(TelemetryApi api) : IClassFixture<TelemetryApi>
{
    [Fact]
    public async Task A_request_is_one_trace_through_all_layers()
    {
        var spans = await TraceAsync(await api.TokenAsync(ApiFixture.Admin), HttpMethod.Get, "/api/v1/users?limit=1", "CleanApi.Application");

        var server = spans.Should().ContainSingle(span => span.Scope == "Microsoft.AspNetCore").Subject;
        server.Name.Should().StartWith("GET api/v1/users");
        var useCase = spans.Should().ContainSingle(span => span.Name == "ListUsers" && span.Scope == "CleanApi.Application").Subject;
        useCase.Parent.Should().Be(server.Id);
        spans.Should().Contain(span => span.Scope == "Npgsql" && span.Parent == useCase.Id);
    }

    [Fact]
    public async Task No_span_holds_what_is_of_a_person_or_secret()
    {
        var token = await api.TokenAsync(ApiFixture.Admin);

        var spans = await TraceAsync(
            token, HttpMethod.Post, "/api/auth/login?hint=grace@hopper.test", "Microsoft.AspNetCore", new { email = ApiFixture.Member, password = ApiFixture.Password });
        spans.AddRange(await TraceAsync(token, HttpMethod.Get, "/api/v1/users?search=Lovelace", "Npgsql"));

        string.Concat(spans.Select(span => span.Content)).Should().NotContainAny(
            ApiFixture.Admin, ApiFixture.Member, ApiFixture.Password, "grace@hopper.test", "Lovelace", token, token.Split('.')[2]);
    }

    [Fact]
    public async Task Metrics_of_requests_database_and_runtime_leave()
    {
        (await api.ClientAsync(ApiFixture.Admin)).Dispose();

        api.Services.GetRequiredService<MeterProvider>().ForceFlush().Should().BeTrue();

        api.Receiver.Metrics.Should().Contain(["http.server.request.duration", "db.client.connection.count", "dotnet.gc.collections"]);
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

    // Sends a request as part of a trace of its own, and waits until its spans have arrived.
    private async Task<List<ReceivedSpan>> TraceAsync(string token, HttpMethod method, string path, string scope, object? body = null)
    {
        using var activity = new Activity("test") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.Start();
        using var client = api.CreateClient(token);
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        (await client.SendAsync(request)).Dispose();
        List<ReceivedSpan> spans = [];
        await Probe.UntilAsync("the spans have arrived", () =>
        {
            api.Services.GetRequiredService<TracerProvider>().ForceFlush();
            spans = [.. api.Receiver.Spans.Where(span => span.Trace == activity.TraceId.ToHexString())];
            return spans.Exists(span => span.Scope == "Microsoft.AspNetCore") && spans.Exists(span => span.Scope == scope);
        });
        return spans;
    }
}
