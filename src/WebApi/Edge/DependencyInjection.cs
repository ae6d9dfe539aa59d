using CleanApi.WebApi.OpenApi;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Edge;

/// <summary>What stands between the network and the API: proxies, host names, TLS, other sites.</summary>
internal static class DependencyInjection
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    // Pages are for whoever sits before the browser, and for no script of another site.
    private static readonly string[] ForScripts = ["/api", "/.well-known", "/openapi", "/docs/errors", "/hubs"];

    /// <summary>Reads and checks the settings.</summary>
    public static IServiceCollection AddEdge(this IServiceCollection services, IConfiguration configuration)
    {
        var (cors, proxies, port) = (CorsSettings.Read(configuration), ProxySettings.Read(configuration), HttpsPort.Read(configuration));
        services.AddSingleton(cors);
        services.AddSingleton(proxies);
        services.Configure<ForwardedHeadersOptions>(proxies.Configure);
        // The framework's own filter lets all pass: AllowedHosts takes its place.
        services.Configure<HostFilteringOptions>(options => options.AllowedHosts = ["*"]);
        services.AddHttpsRedirection(options => (options.HttpsPort, options.RedirectStatusCode) = (port, StatusCodes.Status308PermanentRedirect));
        return services.AddCors(options => options.AddDefaultPolicy(policy =>
        {
            // Beside the safelisted ones, a script reads no header that is not named (Fetch Standard, section 3.3.5).
            policy.AllowAnyHeader().AllowAnyMethod().SetPreflightMaxAge(Remembered).WithExposedHeaders([.. ResponseHeaders.All.Keys.Where(name => !name.Contains('.', StringComparison.Ordinal))]);
            _ = cors.IsAny ? policy.AllowAnyOrigin() : policy.WithOrigins([.. cors.Origins]).AllowCredentials();
        }));
    }

    /// <summary>Takes address and scheme from proxies; must be the first middleware.</summary>
    public static IApplicationBuilder UseProxies(this IApplicationBuilder app)
    {
        var proxies = app.ApplicationServices.GetRequiredService<ProxySettings>();
        app.UseMiddleware<UnknownProxies>();
        return proxies.IsOn ? app.UseForwardedHeaders() : app;
    }

    /// <summary>Refuses other hosts, redirects to https and answers the questions of browsers: before a caller is authenticated, and after errors can be written.</summary>
    public static IApplicationBuilder UseEdge(this IApplicationBuilder app, IConfiguration configuration)
    {
        app.UseMiddleware<HostLength>();
        if (AllowedHosts.Read(configuration) is { Count: > 0 } hosts)
        {
            app.UseMiddleware<AllowedHosts>(hosts);
        }

        if (HttpsPort.Read(configuration) is not null)
        {
            app.UseWhen(context => !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal), branch => branch.UseHttpsRedirection());
        }

        if (app.ApplicationServices.GetRequiredService<CorsSettings>() is { IsOn: true } cors)
        {
            app.UseWhen(
                context => Array.Exists(ForScripts, path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)),
                branch => (cors.IsAny ? branch : branch.Use(VaryByOrigin)).UseCors());
        }

        return app;
    }

    // The framework says it to listed sites alone: a cache would give them what it has kept for somebody else, which their browser does not let them read.
    private static Task VaryByOrigin(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(
            static state =>
            {
                var headers = (IHeaderDictionary)state;
                if (!headers.GetCommaSeparatedValues(HeaderNames.Vary).Contains(HeaderNames.Origin, StringComparer.OrdinalIgnoreCase))
                {
                    headers.Append(HeaderNames.Vary, HeaderNames.Origin);
                }

                return Task.CompletedTask;
            },
            context.Response.Headers);
        return next(context);
    }
}
