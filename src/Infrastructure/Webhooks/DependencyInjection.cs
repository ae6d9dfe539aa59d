using CleanApi.Application.Webhooks;
using CleanApi.Infrastructure.Outbound;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.Webhooks;

/// <summary>Registers the queue of webhooks and its worker.</summary>
internal static class DependencyInjection
{
    /// <summary>Adds what stands behind <see cref="IWebhookDeliveryStore"/>.</summary>
    /// <exception cref="Settings.StartException">A setting is wrong; names it.</exception>
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(WebhookSettings.Read(configuration));
        services.AddHttpClient(WebhookClient.Name, client =>
            {
                // The attempt's own limit holds.
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.DefaultRequestHeaders.UserAgent.ParseAdd("CleanApi");
            })
            .UseGuardedConnections();
        services.AddSingleton<BusyDestinations>();
        services.AddSingleton<WebhookClient>();
        services.AddSingleton<WebhookGauge>();
        services.AddSingleton<WebhookQueue>();
        services.AddSingleton(WebhookQueue.Deliveries);
        services.AddScoped<IWebhookDeliveryStore, WebhookDeliveryStore>();
        services.AddHostedService<WebhookHousekeeping>();
        return services.AddHostedService<WebhookWorker>();
    }
}
