using CleanApi.Application.Common.Persistence;
using CleanApi.WebApi.Binding;
using CleanApi.WebApi.Docs;
using CleanApi.WebApi.Errors;
using CleanApi.WebApi.Json;
using CleanApi.WebApi.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NSubstitute;

namespace CleanApi.WebApi.UnitTests.Edge;

/// <summary>The HTTP layer on Kestrel on a free port, without the application.</summary>
public sealed class EdgeHost : IAsyncLifetime
{
    private WebApplication? app;

    /// <summary>The client of the host.</summary>
    public HttpClient Client { get; private set; } = new();

    /// <summary>The host's log.</summary>
    public LogRecorder Log { get; } = new();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Log).AddFilter<LogRecorder>("CleanApi", LogLevel.Debug);
        builder.Services.AddRequests(builder.Configuration);
        builder.Services.AddErrors();
        builder.Services.AddSingleton(Substitute.For<IExceptionTranslator>());
        builder.Services.AddApiMvc().AddApplicationPart(typeof(EdgeHost).Assembly);
        builder.Services.AddAuthorization();
        app = builder.Build();
        app.UseRequests();
        app.UseErrors();
        app.UseAuthorization();
        app.MapControllers().WithHead();
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
