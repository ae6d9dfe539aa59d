using CleanApi.Domain.Errors;
using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Settings;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;

namespace CleanApi.WebApi.Overload;

/// <summary>Registers the bounds of what requests may take together, and of how long one may take.</summary>
internal static class DependencyInjection
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    /// <summary>Reads the settings. A request that takes too long is cancelled down to its statement, and gets 503.</summary>
    /// <exception cref="StartException">A setting is wrong; names it.</exception>
    public static IServiceCollection AddOverload(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = OverloadSettings.Read(configuration);
        services.AddSingleton(settings);
        services.AddSingleton<OverloadMeter>();
        // The middleware writes a stack trace for each; the request's line says the same.
        services.AddLogging(static logging => logging.AddFilter("Microsoft.AspNetCore.Http.Timeouts", LogLevel.Error));
        return services.AddRequestTimeouts(options =>
        {
            options.DefaultPolicy = Of(settings.RequestTimeout);
            options.AddPolicy(TransferTimeout.Policy, Of(TransferTimeout.Least > settings.RequestTimeout ? TransferTimeout.Least : settings.RequestTimeout));
        });
    }

    private static RequestTimeoutPolicy Of(TimeSpan timeout) => new()
    {
        Timeout = timeout,
        // Without a body of its own the middleware would end the response: errors are written in one place.
        WriteTimeoutResponse = static _ => throw new ServiceUnavailableError(RetryAfter, "The request has taken too long"),
    };

    /// <summary>Bounds requests; must follow routing and the writing of errors, and precede whatever uses the database.</summary>
    public static IApplicationBuilder UseOverload(this IApplicationBuilder app)
    {
        // The wait for a turn is part of what a request may take.
        app.UseRequestTimeouts();
        Func<int> poolSize = () => app.ApplicationServices.GetRequiredService<Database>().PoolSize;
        return app.UseMiddleware<RequestConcurrency>(poolSize);
    }

    /// <summary>Leaves what is not limited by rate, health and files, outside; must precede the mapping of what it is for.</summary>
    public static void LeaveUnlimitedOutside(this IEndpointConventionBuilder routes) => routes.Finally(static endpoint =>
    {
        if (endpoint.Metadata.OfType<DisableRateLimitingAttribute>().Any())
        {
            endpoint.Metadata.Add(new DisableRequestTimeoutAttribute());
        }
    });
}
