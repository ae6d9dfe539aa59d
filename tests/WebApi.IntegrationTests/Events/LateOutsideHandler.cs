using System.Collections.Concurrent;
using CleanApi.Application.Common.Events;
using CleanApi.Domain.Users;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>One that reaches past the database, which the program does not know either. It notes what it gets; then it fails as its test says.</summary>
[EventHandler(Name)]
[RunsOutsideTransaction("It keeps what it gets in memory.")]
internal sealed class LateOutsideHandler : IEventHandler<UserUpdated>
{
    public const string Name = "tests.late-outside";

    public static readonly ConcurrentQueue<(Guid SubjectId, string Name)> Attempts = new();
    public static readonly ConcurrentDictionary<string, Exception> Failing = new();

    public Task HandleAsync(UserUpdated domainEvent, EventContext context, CancellationToken cancellationToken)
    {
        Attempts.Enqueue((context.SubjectId, domainEvent.Name));
        return Failing.TryGetValue(domainEvent.Name, out var failure) ? Task.FromException(failure) : Task.CompletedTask;
    }
}
