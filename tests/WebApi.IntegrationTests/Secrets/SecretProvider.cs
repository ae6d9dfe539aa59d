using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CleanApi.WebApi.IntegrationTests.Secrets;

/// <summary>A provider of sign-ins, as GitHub is one, that shows a wire what the service sends it and is sent. It takes any code.</summary>
internal sealed class SecretProvider : IAsyncDisposable
{
    private readonly WebApplication app;

    private SecretProvider(WebApplication app) => this.app = app;

    /// <summary>The service's settings for it.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Auth:External:GitHub:AuthorizationEndpoint"] = $"{app.Urls.Single()}/authorize",
        ["Auth:External:GitHub:TokenEndpoint"] = $"{app.Urls.Single()}/token",
        ["Auth:External:GitHub:UserEndpoint"] = $"{app.Urls.Single()}/user",
        ["Auth:External:GitHub:EmailsEndpoint"] = $"{app.Urls.Single()}/emails",
        ["Auth:External:GitHub:ClientId"] = "cleanapi",
        ["Auth:External:GitHub:ClientSecret"] = "a secret+with/special=characters",
    };

    /// <summary>Starts one on a free port.</summary>
    public static async Task<SecretProvider> StartAsync(SecretWire wire)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        server.MapPost("/token", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            wire.Read(await reader.ReadToEndAsync());
            var answer = System.Text.Json.JsonSerializer.Serialize(new { access_token = $"gho_{Guid.NewGuid():N}", token_type = "bearer" });
            wire.Read(answer);
            return Results.Text(answer, "application/json");
        });
        server.MapGet("/user", () => Results.Json(new { id = 4711, name = "Octo" }));
        server.MapGet("/emails", () => Results.Json(new[] { new { email = "octo@fresh.test", primary = true, verified = true } }));
        await server.StartAsync();
        return new SecretProvider(server);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => app.DisposeAsync();
}
