using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace CleanApi.WebApi.Health;

/// <summary>For supervisors and load balancers.</summary>
/// <remarks><c>/health/live</c>: the process runs. <c>/health/ready</c>: the database is reachable and the process is not shutting down.</remarks>
internal static class HealthEndpoints
{
    public static IServiceCollection AddHealth(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        Shutdown.Add(services, configuration, environment);
        services.AddHealthChecks().AddCheck<ShutdownHealthCheck>(ShutdownHealthCheck.Name);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = HealthWriter.WriteAsync }).ForReading();
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = HealthWriter.WriteAsync }).ForReading();
    }

    // The framework maps health checks for every method.
    private static void ForReading(this IEndpointConventionBuilder endpoint) =>
        endpoint.WithMetadata(new HttpMethodMetadata([HttpMethods.Get])).DisableRateLimiting().AllowAnonymous();
}
