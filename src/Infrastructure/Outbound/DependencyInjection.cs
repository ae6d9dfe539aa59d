using CleanApi.Application.Common.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.Outbound;

/// <summary>Registers the guard of outgoing connections.</summary>
internal static class DependencyInjection
{
    /// <summary>Adds what stands behind <see cref="IOutboundGuard"/>.</summary>
    /// <exception cref="Settings.StartException">A setting is wrong; names it.</exception>
    public static IServiceCollection AddOutbound(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(OutboundSettings.Read(configuration));
        services.AddSingleton<IHostResolver, HostResolver>();
        services.AddSingleton<HostLookups>();
        services.AddSingleton<OutboundGuard>();
        services.AddSingleton<UnheardMeters>();
        services.AddScoped<IOutboundGuard, CallerOutboundGuard>();
        return services.AddSingleton<OutboundConnector>();
    }
}
