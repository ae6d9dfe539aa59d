using CleanApi.Application.Common.Events;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Persistence;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>A handler that the program does not know: what it is to get is handed out by a test alone.</summary>
[EventHandler(Name)]
internal sealed class LateHandler(CleanApiDbContext db) : IEventHandler<UserUpdated>
{
    public const string Name = "tests.late";

    public Task HandleAsync(UserUpdated domainEvent, EventContext context, CancellationToken cancellationToken) => Effects.AddAsync(db, Name, context, cancellationToken);
}
