using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CleanApi.WebApi.Errors;

/// <summary>Registers the mapping from failures to answers.</summary>
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

    /// <summary>Answers failures of all that follows; directly after the requests' middleware.</summary>
    public static IApplicationBuilder UseErrors(this IApplicationBuilder app) => app.UseMiddleware<ErrorMiddleware>();
}
