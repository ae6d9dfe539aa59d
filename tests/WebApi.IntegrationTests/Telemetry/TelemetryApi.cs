using System.Diagnostics;
using System.Net.Http.Json;
using CleanApi.WebApi.IntegrationTests.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;

namespace CleanApi.WebApi.IntegrationTests.Telemetry;

/// <summary>The program with a collector of telemetry beside it.</summary>
public class TelemetryApi : ApiFixture
{
    /// <summary>Whose spans are those of requests.</summary>
    internal const string Server = "Microsoft.AspNetCore";

    private OtlpReceiver? receiver;

    /// <summary>The collector.</summary>
    internal OtlpReceiver Receiver => receiver!;

    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Receiver.Address,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
    };

    /// <summary>None: pages are requested too, which the contract does not name.</summary>
    protected override IEnumerable<DelegatingHandler> Handlers => [];

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        receiver = await OtlpReceiver.StartAsync();
        await base.InitializeAsync();
    }

    /// <inheritdoc />
    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Receiver.DisposeAsync();
    }

    /// <summary>Sends a request as part of a trace of its own, and waits until its spans have arrived.</summary>
    /// <param name="token">An access token; null: anonymous.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">Path and query.</param>
    /// <param name="body">Becomes JSON; null: none.</param>
    /// <param name="scope">Whose span is waited for, besides the server's.</param>
    /// <param name="userAgent">The User-Agent; null: none.</param>
    internal async Task<(List<ReceivedSpan> Spans, string Response)> TraceAsync(
        string? token, HttpMethod method, string path, object? body = null, string scope = "Npgsql", string? userAgent = null)
    {
        using var activity = new Activity("test") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.Start();
        using var client = CreateClient(token);
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        using var response = await client.SendAsync(request);
        List<ReceivedSpan> spans = [];
        await Probe.UntilAsync("the spans have arrived", () =>
        {
            Services.GetRequiredService<TracerProvider>().ForceFlush();
            spans = [.. Receiver.Spans.Where(span => span.Trace == activity.TraceId.ToHexString())];
            return spans.Exists(span => span.Scope == Server) && spans.Exists(span => span.Scope == scope);
        });
        return (spans, await response.Content.ReadAsStringAsync());
    }
}
