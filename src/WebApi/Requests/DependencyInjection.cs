using CleanApi.WebApi.Logging;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Trace;

namespace CleanApi.WebApi.Requests;

/// <summary>Registers the outermost request handling.</summary>
public static class DependencyInjection
{
    /// <summary>Adds the security headers and the routing policies, and keeps what is unredacted out of the host's request log and of spans.</summary>
    public static IServiceCollection AddRequests(this IServiceCollection services, IConfiguration configuration)
    {
        SecurityHeaderOptions.Check(configuration);
        services.Configure<SecurityHeaderOptions>(configuration.GetSection(SecurityHeaderOptions.Section));
        services.AddSingleton<SecurityHeaders>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, ExactPathPolicy>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, LiteralPathPolicy>());
        services.Configure<AspNetCoreTraceInstrumentationOptions>(SpanRedaction.Configure);
        services.ConfigureOpenTelemetryTracerProvider(static traces => traces.AddInstrumentation(static () => new RequestSpans()));
        services.AddSafeLogging();
        // The host logs the whole query at Information; RequestMiddleware logs the same with secrets redacted.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning));
        return services;
    }

    /// <summary>Names the caller's organization in spans; must follow the authentication.</summary>
    public static IApplicationBuilder UseOrganizationOfSpans(this IApplicationBuilder app) => app.Use(RequestSpans.NameOrganizationAsync);

    /// <summary>Adds the request's id, headers and log lines, and routing by exact methods and paths; must be the first middleware.</summary>
    public static IApplicationBuilder UseRequests(this IApplicationBuilder app) => app
        .UseMiddleware<RequestMiddleware>()
        .UseMiddleware<MethodMiddleware>()
        .UseRouting();
}
