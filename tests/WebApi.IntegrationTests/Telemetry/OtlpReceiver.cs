using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CleanApi.WebApi.IntegrationTests.Telemetry;

/// <summary>A collector of telemetry (OTLP over HTTP) on a free loopback port that keeps what it is sent.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<byte[]> traces = new();
    private readonly ConcurrentQueue<byte[]> metrics = new();
    private readonly ConcurrentQueue<byte[]> logs = new();

    private OtlpReceiver()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            var signal = context.Request.Path.Value switch
            {
                "/v1/traces" => traces,
                "/v1/metrics" => metrics,
                "/v1/logs" => logs,
                var path => throw new InvalidOperationException(path),
            };
            signal.Enqueue(body.ToArray());
            context.Response.ContentType = "application/x-protobuf";
        });
    }

    /// <summary>Where.</summary>
    public string Address => app.Urls.Single();

    /// <summary>The spans: opentelemetry/proto/trace/v1/trace.proto.</summary>
    public IEnumerable<ReceivedSpan> Spans =>
        from scoped in traces.SelectMany(request => request.At(1, 2))
        let scope = Text(scoped, 1, 1)
        from span in scoped.At(2)
        select new ReceivedSpan(scope, Hex(span, 1), Hex(span, 2), Hex(span, 4), Text(span, 5), Encoding.UTF8.GetString(span));

    /// <summary>The names of the metrics: opentelemetry/proto/metrics/v1/metrics.proto.</summary>
    public IEnumerable<string> Metrics => metrics.SelectMany(request => request.At(1, 2, 2, 1)).Select(Encoding.UTF8.GetString);

    /// <summary>The names of the categories that have logged: opentelemetry/proto/logs/v1/logs.proto.</summary>
    public IEnumerable<string> LogCategories => logs.SelectMany(request => request.At(1, 2, 1, 1)).Select(Encoding.UTF8.GetString);

    /// <summary>The names of the values that lines of log have: opentelemetry/proto/logs/v1/logs.proto.</summary>
    public IEnumerable<string> LogAttributes => logs.SelectMany(request => request.At(1, 2, 2, 6, 1)).Select(Encoding.UTF8.GetString);

    /// <summary>All metrics and lines of log that have arrived, as text.</summary>
    public string MetricsAndLogs => string.Concat(metrics.Concat(logs).Select(Encoding.UTF8.GetString));

    /// <summary>Starts one.</summary>
    public static async Task<OtlpReceiver> StartAsync()
    {
        var receiver = new OtlpReceiver();
        await receiver.app.StartAsync();
        return receiver;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static string Text(byte[] message, params int[] path) => Encoding.UTF8.GetString(message.At(path).FirstOrDefault() ?? []);

    private static string Hex(byte[] message, int field) => Convert.ToHexStringLower(message.At(field).FirstOrDefault() ?? []);
}
