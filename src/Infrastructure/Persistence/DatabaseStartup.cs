using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>Starts the database before all other hosted services, and stops it after them.</summary>
internal sealed class DatabaseStartup(Database database, DbContextLease lease) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await database.StartAsync(cancellationToken);
        await WarmUpAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => database.DisposeAsync().AsTask();

    // EF Core builds its model and compiles its first query on first use; this keeps that out of the first request.
    private async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        await using var db = lease.Rent(new SystemCallerContext());
        await db.Set<Domain.Users.User>().AsNoTracking().Select(user => user.Id).FirstOrDefaultAsync(cancellationToken);
    }
}
