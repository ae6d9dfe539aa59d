using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CleanApi.WebApi.Logging;

/// <summary>Registers what makes the log safe.</summary>
public static class DependencyInjection
{
    /// <summary>Puts <see cref="SafeLoggerFactory"/> in front of all log providers, those that are added later too.</summary>
    public static IServiceCollection AddSafeLogging(this IServiceCollection services)
    {
        services.AddLogging();
        services.CompleteConsoleFormats();
        services.AddSingleton<LoggerFactory>();
        services.TryAddSingleton(TimeProvider.System);
        return services.Replace(ServiceDescriptor.Singleton<ILoggerFactory, SafeLoggerFactory>());
    }
}
