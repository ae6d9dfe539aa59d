using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CleanApi.WebApi.Requests;

/// <summary>Registers what every request passes first.</summary>
public static class DependencyInjection
{
    /// <summary>Adds the security headers, lets written-out paths go before those with ids, and keeps the host from logging addresses unredacted.</summary>
    public static IServiceCollection AddRequests(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<SecurityHeaderOptions>(configuration.GetSection(SecurityHeaderOptions.Section));
        services.AddSingleton<SecurityHeaders>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, LiteralPathPolicy>());
        // The host logs the whole query at Information; RequestMiddleware logs the same line without its secrets.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning));
        return services;
    }

    /// <summary>Puts the request's id, headers and log lines around all that follows: the first of all middleware.</summary>
    public static IApplicationBuilder UseRequests(this IApplicationBuilder app) => app.UseMiddleware<RequestMiddleware>();
}
