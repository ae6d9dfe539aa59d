using CleanApi.Domain.Errors;
using CleanApi.Infrastructure.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using System.Threading.RateLimiting;

namespace CleanApi.WebApi.RateLimits;

/// <summary>Registers rate limits.</summary>
public static class DependencyInjection
{
    /// <summary>Adds the policies, and the convention that an action is under the default one.</summary>
    /// <exception cref="StartException">A setting is wrong; names it.</exception>
    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(RateLimitSettings.Read(configuration));
        services.AddSingleton<RateLimitWindows>();
        services.AddSingleton<RequestRateLimiter>();
        services.Configure<MvcOptions>(options => options.Conventions.Add(new RatePolicyConvention()));
        services.AddRateLimiter(options =>
        {
            options.OnRejected = static (context, _) =>
                throw new RateLimitError(context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.Zero);
            foreach (var policy in RatePolicies.All)
            {
                // The one limiter counts for all policies of an endpoint, with one call to the store; the name alone is known here.
                options.AddPolicy(policy, _ => RateLimitPartition.GetNoLimiter(policy));
            }
        });
        services.AddOptions<RateLimiterOptions>().Configure<RequestRateLimiter>((options, limiter) => options.GlobalLimiter = limiter);
        return services;
    }

    /// <summary>Limits requests, unless that is switched off. Must follow authentication: callers are counted as themselves, from wherever they call.</summary>
    public static IApplicationBuilder UseRateLimits(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.ApplicationServices.GetRequiredService<RateLimitSettings>().IsEnabled ? app.UseRateLimiter() : app;
    }

    /// <summary>Requires that every endpoint names a policy, or says that it is not limited; must follow the mapping of all endpoints.</summary>
    /// <exception cref="StartException">Names the endpoints that do neither.</exception>
    public static void RequireRatePolicies(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var without = routes.DataSources.SelectMany(source => source.Endpoints)
            .Where(endpoint => endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>() is null && endpoint.Metadata.GetMetadata<DisableRateLimitingAttribute>() is null)
            .Select(endpoint => endpoint.DisplayName).ToList();
        if (without.Count > 0)
        {
            throw new StartException($"Endpoints without a rate limit policy: {string.Join(", ", without)}. Give them RequireRateLimiting, or DisableRateLimiting.");
        }
    }
}
