using CleanApi.WebApi.Docs;
using CleanApi.WebApi.Errors;
using CleanApi.WebApi.Json;
using CleanApi.WebApi.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CleanApi.WebApi.UnitTests.Edge;

/// <summary>The edge alone, served by Kestrel on a free port, with no application behind it.</summary>
public sealed class EdgeHost : IAsyncLifetime
{
    private WebApplication? app;

    /// <summary>Calls it.</summary>
    public HttpClient Client { get; private set; } = new();

    /// <summary>What it logs.</summary>
    public LogRecorder Log { get; } = new();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddRequests(builder.Configuration);
        builder.Services.AddErrors();
        builder.Services.AddApiMvc().AddApplicationPart(typeof(EdgeHost).Assembly);
        builder.Services.AddAuthorization();
        app = builder.Build();
        app.UseRequests();
        app.UseErrors();
        app.UseAuthorization();
        app.MapControllers();
        app.MapErrorPages();
        await app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }
}
