using CleanApi.WebApi.Logging;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenTelemetry.Instrumentation.AspNetCore;

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
        services.AddSafeLogging();
        // The host logs the whole query at Information; RequestMiddleware logs the same with secrets redacted.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning));
        return services;
    }

    /// <summary>Adds the request's id, headers and log lines, and routing by exact methods and paths; must be the first middleware.</summary>
    public static IApplicationBuilder UseRequests(this IApplicationBuilder app) => app
        .UseMiddleware<RequestMiddleware>()
        .UseMiddleware<MethodMiddleware>()
        .UseRouting();
}
