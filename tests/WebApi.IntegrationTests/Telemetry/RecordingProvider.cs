using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CleanApi.WebApi.IntegrationTests.Telemetry;

/// <summary>A sign-in provider on a free loopback port that keeps the names of the headers that it is sent, and returns 404.</summary>
internal sealed class RecordingProvider : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<IReadOnlyList<string>> requests = new();

    private RecordingProvider()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(context =>
        {
            requests.Enqueue([.. context.Request.Headers.Keys]);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    /// <summary>Where.</summary>
    public string Address => app.Urls.Single();

    /// <summary>The headers' names, for each request.</summary>
    public IReadOnlyCollection<IReadOnlyList<string>> Requests => requests;

    /// <summary>Starts one.</summary>
    public static async Task<RecordingProvider> StartAsync()
    {
        var provider = new RecordingProvider();
        await provider.app.StartAsync();
        return provider;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => app.DisposeAsync();
}
