using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CleanApi.Application.Events;
using CleanApi.WebApi.Requests;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Events;

/// <summary>
/// A stream of events as server-sent events (HTML Standard, section 9.2). Written here and not by the framework's formatter, which knows no comments and no id
/// without data: it is those that tell a client where it is while nothing comes.
/// </summary>
/// <param name="stream">The events; disposed of at the end.</param>
internal sealed class EventStreamResult(IEventStream stream) : IActionResult
{
    /// <summary>The media type.</summary>
    public const string MediaType = "text/event-stream";

    /// <summary>What a stream looks like, for the document.</summary>
    public const string Example =
        """
        retry: 1000
        id: AmVq3u0yB8mK1oX5nP7cT2dF9hZ4aJ6gU0iR8sL3wE1yQ5kC7b

        id: Ap9xW0cQ4kT7vB1nM8sR5yL3dF6hZ0aE2gU4iO7jK1tN5uD3fG
        data: {"id":"evt_01h455vb4pex5vsknk084sn02q","type":"event","attributes":{"type":"post.created.v1"}}
        """;

    // No message: a client that looks at nothing else than messages does not see it.
    private const string End = "end";

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan SlowestWrite = TimeSpan.FromSeconds(10);

    // Milliseconds. Clients of an instance that ends do not come back all at once.
    private const int Retry = 1_000;
    private const int RetrySpread = 2_000;

    /// <inheritdoc />
    public async Task ExecuteResultAsync(ActionContext context)
    {
        using (stream)
        {
            var http = context.HttpContext;
            http.Response.ContentType = MediaType;
            http.Response.Headers[HeaderNames.CacheControl] = "no-store";
            // nginx would collect what is to arrive at once.
            http.Response.Headers["X-Accel-Buffering"] = "no";
            http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
            if (RequestContext.Of(http).IsHead)
            {
                return;
            }

            try
            {
                await WriteAsync(http);
            }
            catch (Exception exception) when (exception is OperationCanceledException or TimeoutException)
            {
                // The client has left, or does not read: it goes on elsewhere from where it was.
                http.Abort();
            }
        }
    }

    private async Task WriteAsync(HttpContext http)
    {
        var options = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.JsonSerializerOptions;
        var (type, clock) = ((JsonTypeInfo<EventResource>)options.GetTypeInfo(typeof(EventResource)), http.RequestServices.GetRequiredService<TimeProvider>());
        var output = http.Response.BodyWriter;
        // An id without data is no event, and is remembered all the same: whoever connects again before the first event misses none.
        Write(output, $"retry: {Retry}\nid: {stream.Place}\n\n");
        await FlushAsync(http, clock);
        while (await stream.NextAsync(Heartbeat, http.RequestAborted) is { } events)
        {
            if (events.Count == 0)
            {
                Write(output, $":\nid: {stream.Place}\n\n");
            }

            foreach (var one in events)
            {
                Write(output, $"id: {stream.PlaceOf(one)}\ndata: ");
                Write(output, JsonSerializer.SerializeToUtf8Bytes(EventResource.Of(one), type));
                Write(output, "\n\n");
            }

            await FlushAsync(http, clock);
        }

        Write(output, $"retry: {Random.Shared.Next(Retry, Retry + RetrySpread)}\nevent: {End}\ndata: ");
        Write(output, JsonSerializer.SerializeToUtf8Bytes(StreamEndTexts.Of(stream.End), options));
        Write(output, "\n\n");
        await FlushAsync(http, clock);
    }

    private static void Write(IBufferWriter<byte> output, string text) => Encoding.UTF8.GetBytes(text.AsSpan(), output);

    private static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> bytes) => BuffersExtensions.Write(output, bytes);

    private static Task<FlushResult> FlushAsync(HttpContext http, TimeProvider clock) =>
        http.Response.BodyWriter.FlushAsync(http.RequestAborted).AsTask().WaitAsync(SlowestWrite, clock, http.RequestAborted);
}
