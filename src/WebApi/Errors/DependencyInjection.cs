using CleanApi.Application.Common.Web;
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
        // A client can send any Host, so what it is told is the address that the operator has named. Without one there is a default, under which nobody has called.
        services.AddSingleton(provider => new ErrorWriter(
            provider.GetRequiredService<TimeProvider>(), string.IsNullOrEmpty(provider.GetService<IConfiguration>()?["Auth:Issuer"]) ? null : provider.GetService<SiteAddress>()?.Value));
        return services;
    }

    /// <summary>Handles errors of all later middleware; must directly follow the request middleware.</summary>
    public static IApplicationBuilder UseErrors(this IApplicationBuilder app) => app.UseMiddleware<ErrorMiddleware>();
}
