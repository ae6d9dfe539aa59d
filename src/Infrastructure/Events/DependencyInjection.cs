using CleanApi.Application.Common.Events;
using CleanApi.Application.Events;
using CleanApi.Infrastructure.Queue;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.Events;

/// <summary>Registers what stores events, hands them out and follows their log.</summary>
internal static class DependencyInjection
{
    /// <summary>Adds the outbox, the relays, and the event handlers of this layer.</summary>
    public static IServiceCollection AddEvents(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddMetrics();
        services.AddSingleton<QueueMeter>();
        services.AddSingleton<QueueGauges>();
        services.AddSingleton(OutboxSettings.Read(configuration));
        services.AddSingleton<EventSubscriptions>();
        services.AddSingleton(DeliveryQueue.Deliveries);
        services.AddSingleton<TransactionalDeliveries>();
        services.AddSingleton<OutsideDeliveries>();
        services.AddSingleton<LogWake>();
        services.AddSingleton<OutboxWakes>();
        services.AddSingleton<DeliveryRunner>();
        services.AddSingleton<StuckDeliveries>();
        services.AddSingleton<StuckDeliveryActions>();
        services.AddSingleton<HandledEvents>();
        services.AddSingleton<OrphanGauge>();
        services.AddScoped<Outbox>();
        services.AddSingleton<OutboxHealthCheck>();
        services.AddHealthChecks().AddCheck<OutboxHealthCheck>("events");
        services.AddHostedService<TransactionalRelay>();
        services.AddHostedService<OutsideRelay>();
        services.AddHostedService<Sequencer>();
        services.AddSingleton<EventLog>();
        services.AddSingleton<LookBacks>();
        services.AddSingleton<EventFeed>();
        services.AddSingleton<IEventFeed>(provider => provider.GetRequiredService<EventFeed>());
        services.AddHostedService(provider => provider.GetRequiredService<EventFeed>());
        services.AddHostedService<OutboxHousekeeping>();
        return services.AddEventHandlersOf(typeof(DependencyInjection).Assembly);
    }
}
