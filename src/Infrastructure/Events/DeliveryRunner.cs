using System.Diagnostics;
using CleanApi.Application.Common.Behaviours;
using CleanApi.Application.Common.Events;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Infrastructure.Persistence;
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
    /// Handles deliveries of one caller in one transaction, which also completes them. One whose lease has ended is not handled, unless nobody has taken it over.
    /// </summary>
    /// <returns>How many were handled.</returns>
    public async Task<int> HandleTogetherAsync(IReadOnlyList<ClaimedDelivery> deliveries, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        return await AsAsync(services, CallerOf(deliveries[0]), () => services.GetRequiredService<IUnitOfWork>().ExecuteAsync(
            async token =>
            {
                var mine = await CompleteAsync(services.GetRequiredService<CleanApiDbContext>(), deliveries, token);
                foreach (var delivery in deliveries.Where(delivery => mine.Contains(delivery.Id)))
                {
                    await HandleAsync(services, delivery, token);
                }

                return mine.Count;
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
    private static async Task<HashSet<Guid>> CompleteAsync(CleanApiDbContext db, IReadOnlyList<ClaimedDelivery> deliveries, CancellationToken cancellationToken)
    {
        var (ids, tokens) = (deliveries.Select(delivery => delivery.Id).ToArray(), deliveries.Select(delivery => delivery.LeaseToken!.Value).ToArray());
        return [.. await db.Database.SqlQuery<Guid>(
            $"""
            delete from events.outbox_deliveries item using unnest({ids}, {tokens}) as mine (id, token)
            where item.id = mine.id and item.lease_token = mine.token returning item.id as "Value"
            """).ToListAsync(cancellationToken)];
    }

    private static Task<T> AsAsync<T>(IServiceProvider services, SystemCaller? caller, Func<Task<T>> work) =>
        caller is null ? work() : services.GetRequiredService<ICallerContext>().RunAsAsync(caller, work);

    private async Task HandleAsync(IServiceProvider services, ClaimedDelivery delivery, CancellationToken cancellationToken)
    {
        var subscription = subscriptions.Find(delivery.Handler, delivery.Event.Context.Name) ?? throw new UnknownDeliveryException(delivery);
        using var activity = ApplicationTelemetry.Source.StartActivity(delivery.Handler, ActivityKind.Consumer, delivery.Traceparent);
        await subscription.HandleAsync(services, delivery.Event, cancellationToken);
    }
}
