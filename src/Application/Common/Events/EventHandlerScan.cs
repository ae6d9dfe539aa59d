using System.Reflection;
using CleanApi.Domain.Common;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Application.Common.Events;

/// <summary>Registers event handlers.</summary>
public static class EventHandlerScan
{
    private static readonly MethodInfo ToOne = typeof(EventHandlerScan).GetMethod(nameof(SubscribeToOne), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo ToEvery = typeof(EventHandlerScan).GetMethod(nameof(SubscribeToEvery), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Adds every event handler of an assembly.</summary>
    /// <exception cref="InvalidOperationException">A handler has no <see cref="EventHandlerAttribute"/>.</exception>
    public static IServiceCollection AddEventHandlersOf(this IServiceCollection services, Assembly assembly)
    {
        foreach (var type in assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }))
        {
            services.AddEventHandler(type);
        }

        return services;
    }

    /// <summary>Adds an event handler; does nothing with another class.</summary>
    /// <exception cref="InvalidOperationException">It has no <see cref="EventHandlerAttribute"/>.</exception>
    public static IServiceCollection AddEventHandler(this IServiceCollection services, Type type)
    {
        var events = type.GetInterfaces().Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEventHandler<>)).Select(face => face.GenericTypeArguments[0]).ToList();
        var isEvery = type.IsAssignableTo(typeof(IEveryEventHandler));
        if (events.Count == 0 && !isEvery)
        {
            return services;
        }

        var name = type.GetCustomAttribute<EventHandlerAttribute>()?.Name
            ?? throw new InvalidOperationException($"{type.Name} handles events and has no [EventHandler(\"…\")]: its name is stored with each delivery.");
        var isTransactional = !type.IsDefined(typeof(RunsOutsideTransactionAttribute), inherit: false);
        // One for all that is handled together, so that it asks once for what holds for all of it.
        services.AddScoped(type);
        foreach (var one in events)
        {
            services.AddSingleton((EventSubscription)ToOne.MakeGenericMethod(type, one).Invoke(null, [name, isTransactional])!);
        }

        return isEvery ? services.AddSingleton((EventSubscription)ToEvery.MakeGenericMethod(type).Invoke(null, [name, isTransactional])!) : services;
    }

    private static EventSubscription SubscribeToOne<THandler, TEvent>(string name, bool isTransactional)
        where THandler : IEventHandler<TEvent>
        where TEvent : IDomainEvent => new(
            name,
            EventNames.Of(typeof(TEvent)),
            isTransactional,
            static (_, _, _) => true,
            static (services, stored, cancellationToken) =>
                services.GetRequiredService<THandler>().HandleAsync(EventJson.Read<TEvent>(stored.Payload), stored.Context, cancellationToken));

    private static EventSubscription SubscribeToEvery<THandler>(string name, bool isTransactional)
        where THandler : IEveryEventHandler => new(
            name,
            null,
            isTransactional,
            THandler.Wants,
            static (services, stored, cancellationToken) => services.GetRequiredService<THandler>().HandleAsync(stored, cancellationToken));
}
