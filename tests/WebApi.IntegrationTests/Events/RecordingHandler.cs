using System.Collections.Concurrent;
using CleanApi.Application.Common.Events;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Persistence;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>Stores each event; fails after that where the name says so, which must leave nothing.</summary>
[EventHandler(Name)]
internal sealed class RecordingHandler(CleanApiDbContext db) : IEventHandler<UserUpdated>
{
    public const string Name = "tests.record";
    public const string Poison = "Poison";

    // The names that fail.
    public static readonly HashSet<string> Failing = [Poison];

    // The subjects that somebody is at, and those that two were at.
    public static readonly ConcurrentDictionary<Guid, bool> Busy = new();
    public static readonly ConcurrentQueue<Guid> Shared = new();

    public async Task HandleAsync(UserUpdated domainEvent, EventContext context, CancellationToken cancellationToken)
    {
        if (!Busy.TryAdd(context.SubjectId, true))
        {
            Shared.Enqueue(context.SubjectId);
        }

        try
        {
            await RecordAsync(domainEvent, context, cancellationToken);
        }
        finally
        {
            Busy.TryRemove(context.SubjectId, out _);
        }
    }

    private async Task RecordAsync(UserUpdated domainEvent, EventContext context, CancellationToken cancellationToken)
    {
        await Effects.AddAsync(db, Name, context, cancellationToken);
        lock (Failing)
        {
            if (Failing.Contains(domainEvent.Name))
            {
                throw new InvalidOperationException("The handler does not bear this name.");
            }
        }
    }
}
