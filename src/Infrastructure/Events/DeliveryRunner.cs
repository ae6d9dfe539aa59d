using System.Diagnostics;
using CleanApi.Application.Common.Behaviours;
using CleanApi.Application.Common.Events;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Queue;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.Events;

/// <summary>Has handlers handle events: as the system in the event's organization, on behalf of the user who has caused it, and within the trace of what has.</summary>
internal sealed class DeliveryRunner(EventSubscriptions subscriptions, IServiceScopeFactory scopes)
{
    /// <summary>As whom a delivery is handled; null where the event belongs to no organization.</summary>
    public static SystemCaller? CallerOf(ClaimedDelivery delivery) => delivery.Event.Context is { OrganizationId: { } organization } context
        ? new SystemCaller(organization, context.Actor?.UserId)
        : null;

    /// <summary>
    /// Handles deliveries of one caller in one transaction, which also completes them: all of them, or none. What an event of a stream has changed is saved before the
    /// next one is handled.
    /// </summary>
    /// <param name="deliveries">Those of a stream in their order.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="LeaseLostException">
    /// Their lease has ended, and another has taken some of them over. Nothing is done: what is left could follow one of those.
    /// </exception>
    public async Task HandleTogetherAsync(IReadOnlyList<ClaimedDelivery> deliveries, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var work = services.GetRequiredService<IUnitOfWork>();
        await AsAsync(services, CallerOf(deliveries[0]), () => work.ExecuteAsync(
            async token =>
            {
                if (await CompleteAsync(services.GetRequiredService<CleanApiDbContext>(), deliveries, token) < deliveries.Count)
                {
                    throw new LeaseLostException();
                }

                await HandleInOrderAsync(services, work, deliveries, token);
                return true;
            },
            cancellationToken));
    }

    /// <summary>Handles a delivery without a transaction.</summary>
    public async Task HandleAsync(ClaimedDelivery delivery, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await AsAsync(scope.ServiceProvider, CallerOf(delivery), async () =>
        {
            await HandleAsync(scope.ServiceProvider, delivery, cancellationToken);
            return true;
        });
    }

    // First: the rows are locked from here on, so that nobody takes them over while their effects are being stored.
    private static async Task<int> CompleteAsync(CleanApiDbContext db, IReadOnlyList<ClaimedDelivery> deliveries, CancellationToken cancellationToken)
    {
        var (ids, tokens) = (deliveries.Select(delivery => delivery.Id).ToArray(), deliveries.Select(delivery => delivery.LeaseToken!.Value).ToArray());
        var completed = await db.Database.SqlQuery<Guid>(
            $"""
            delete from events.outbox_deliveries item using unnest({ids}, {tokens}) as mine (id, token)
            where item.id = mine.id and item.lease_token = mine.token returning item.id as "Value"
            """).ToListAsync(cancellationToken);
        return completed.Count;
    }

    private static Task<T> AsAsync<T>(IServiceProvider services, SystemCaller? caller, Func<Task<T>> work) =>
        caller is null ? work() : services.GetRequiredService<ICallerContext>().RunAsAsync(caller, work);

    // A level at a time: the first one of each stream, then the second ones.
    private async Task HandleInOrderAsync(IServiceProvider services, IUnitOfWork work, IReadOnlyList<ClaimedDelivery> deliveries, CancellationToken cancellationToken)
    {
        var levels = deliveries.GroupBy(delivery => delivery.Stream).SelectMany(stream => stream.Select((delivery, level) => (delivery, level)))
            .GroupBy(one => one.level, one => one.delivery).OrderBy(level => level.Key);
        foreach (var level in levels)
        {
            if (level.Key > 0)
            {
                await work.SaveAsync(cancellationToken);
            }

            foreach (var delivery in level)
            {
                await HandleAsync(services, delivery, cancellationToken);
            }
        }
    }

    private async Task HandleAsync(IServiceProvider services, ClaimedDelivery delivery, CancellationToken cancellationToken)
    {
        var subscription = subscriptions.Find(delivery.Handler, delivery.Event.Context.Name) ?? throw new UnknownDeliveryException(delivery);
        using var activity = ApplicationTelemetry.Source.StartActivity(delivery.Handler, ActivityKind.Consumer, delivery.Traceparent);
        await subscription.HandleAsync(services, delivery.Event, cancellationToken);
    }
}
