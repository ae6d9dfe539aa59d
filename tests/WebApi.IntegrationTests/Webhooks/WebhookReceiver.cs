using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CleanApi.WebApi.IntegrationTests.Webhooks;

/// <summary>A server of somebody else's on loopback, which keeps what it is sent and answers as a test wants.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly WebApplication app;
    private readonly Channel<ReceivedWebhook> received = Channel.CreateUnbounded<ReceivedWebhook>();

    private WebhookReceiver()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var webhook = new ReceivedWebhook(
                context.Request.Path, context.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString()), await reader.ReadToEndAsync());
            All.Enqueue(webhook);
            await received.Writer.WriteAsync(webhook);
            await Answer(context);
        });
    }

    /// <summary>Everything that has arrived.</summary>
    public ConcurrentQueue<ReceivedWebhook> All { get; } = new();

    /// <summary>How it answers; 204 unless a test says otherwise.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = context =>
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    };

    /// <summary>Where it is.</summary>
    public string Url => $"{app.Urls.Single()}/hook";

    /// <summary>Starts one.</summary>
    public static async Task<WebhookReceiver> StartAsync(int? status = null, Action<IHeaderDictionary>? headers = null, string? body = null)
    {
        var receiver = new WebhookReceiver();
        if (status is { } code)
        {
            receiver.Answer = async context =>
            {
                context.Response.StatusCode = code;
                headers?.Invoke(context.Response.Headers);
                await context.Response.WriteAsync(body ?? "");
            };
        }

        await receiver.app.StartAsync();
        return receiver;
    }

    /// <summary>Does not answer until whoever asks has gone.</summary>
    public static async Task NeverAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(() => gone.TrySetResult());
        await gone.Task;
    }

    /// <summary>Waits for the next one.</summary>
    public async Task<ReceivedWebhook> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await received.Reader.ReadAsync(patience.Token);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
