using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.Broker;

/// <summary>Registers the message broker.</summary>
internal static class DependencyInjection
{
    /// <summary>Adds it; without the setting nothing is ever published.</summary>
    /// <exception cref="StartException">The setting is wrong; names it.</exception>
    public static IServiceCollection AddBroker(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(RabbitMqSettings.Read(configuration));
        return services.AddSingleton<RabbitMqPublisher>();
    }
}
