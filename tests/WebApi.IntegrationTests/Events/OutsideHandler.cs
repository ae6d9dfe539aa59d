using System.Collections.Concurrent;
using CleanApi.Application.Common.Events;
using CleanApi.Domain.Users;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>Reaches past the database, where the first attempt fails.</summary>
[EventHandler(Name)]
[RunsOutsideTransaction("It keeps what it gets in memory.")]
internal sealed class OutsideHandler : IEventHandler<UserUpdated>
{
    public const string Name = "tests.outside";

    public static readonly ConcurrentQueue<EventContext> Attempts = new();

    public Task HandleAsync(UserUpdated domainEvent, EventContext context, CancellationToken cancellationToken)
    {
        var isFirst = Attempts.All(attempt => attempt.Id != context.Id);
        Attempts.Enqueue(context);
        return isFirst ? throw new IOException("Nobody is there.") : Task.CompletedTask;
    }
}
