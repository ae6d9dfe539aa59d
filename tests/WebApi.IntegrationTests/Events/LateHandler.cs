using System.Collections.Concurrent;
using CleanApi.Application.Common.Events;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Persistence;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>
/// A handler that the program does not know: what it is to get is handed out by a test alone. It stores each event; fails after that where the name says so, which must
/// leave nothing.
/// </summary>
[EventHandler(Name)]
internal sealed class LateHandler(CleanApiDbContext db) : IEventHandler<UserUpdated>
{
    public const string Name = "tests.late";

    // The names that fail.
    public static readonly ConcurrentDictionary<string, bool> Failing = new();

    public async Task HandleAsync(UserUpdated domainEvent, EventContext context, CancellationToken cancellationToken)
    {
        await Effects.AddAsync(db, Name, context, cancellationToken);
        if (Failing.ContainsKey(domainEvent.Name))
        {
            throw new InvalidOperationException("The handler does not bear this name.");
        }
    }
}
