using System.Diagnostics;
using CleanApi.Application.Common.Events;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Common;
using CleanApi.Domain.Events;
using CleanApi.Infrastructure.Persistence;

namespace CleanApi.Infrastructure.Events;

/// <summary>
/// Writes the events of what a unit of work saves in the same save, each with the handlers that are to hear of it: there is no other way to publish. What happens
/// afterwards is the relay's.
/// </summary>
internal sealed class Outbox(CleanApiDbContext db, EventSubscriptions subscriptions, ICallerContext context, OutboxWakes wakes, TimeProvider clock)
{
    private bool hasWritten;

    /// <summary>Discards what a rolled-back attempt of a unit of work has noted.</summary>
    public void Reset() => hasWritten = false;

    /// <summary>Adds the rows to the current save. Requires that DetectChanges has run.</summary>
    public void Write()
    {
        List<(string Type, IAggregateRoot Aggregate)>? changed = null;
        foreach (var entry in db.ChangeTracker.Entries<IAggregateRoot>())
        {
            if (entry.Entity.Events.Count > 0)
            {
                (changed ??= []).Add((PublicIds.TypeOf(entry.Metadata.ClrType), entry.Entity));
            }
        }

        if (changed is null)
        {
            return;
        }

        hasWritten = true;
        var now = clock.GetUtcNow();
        var actor = EventActor.Of(context.Caller);
        short ordinal = 0;
        foreach (var (type, aggregate) in changed)
        {
            foreach (var domainEvent in aggregate.Events)
            {
                Write(domainEvent, type, aggregate, actor, ordinal++, now);
            }
        }
    }

    /// <summary>The transaction is committed: whoever hands the events out looks at once.</summary>
    public void Committed()
    {
        if (hasWritten)
        {
            hasWritten = false;
            wakes.Call();
        }
    }

    private void Write(IDomainEvent domainEvent, string type, IAggregateRoot aggregate, EventActor? actor, short ordinal, DateTimeOffset now)
    {
        var name = EventNames.Of(domainEvent.GetType());
        var organization = (domainEvent as IOrganizationEvent)?.OrganizationId;
        var handlers = subscriptions.Of(name, organization).Select(subscription => subscription.Handler).ToList();
        db.Add(new OutboxEvent
        {
            Id = TypeId.New<OutboxEventId>(now),
            Name = name,
            OrganizationId = organization,
            SubjectType = type,
            SubjectId = aggregate.StreamId,
            Version = aggregate.Version,
            Ordinal = ordinal,
            Payload = EventJson.Write(domainEvent),
            ActorType = actor?.Type,
            ActorId = actor?.Id,
            OccurredAt = now,
            RequestId = context.Origin.RequestId,
            Traceparent = Activity.Current?.Id,
            Handlers = handlers.Count > 0 ? handlers : null,
        });
    }
}
