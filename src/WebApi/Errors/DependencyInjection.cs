using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CleanApi.WebApi.Errors;

/// <summary>Registers the mapping from exceptions to error responses.</summary>
public static class DependencyInjection
{
    /// <summary>Adds the mapper and the writer.</summary>
    public static IServiceCollection AddErrors(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ExceptionMapper>();
        services.AddSingleton<ErrorWriter>();
        return services;
    }

    /// <summary>Handles errors of all later middleware; must directly follow the request middleware.</summary>
    public static IApplicationBuilder UseErrors(this IApplicationBuilder app) => app.UseMiddleware<ErrorMiddleware>();
}
