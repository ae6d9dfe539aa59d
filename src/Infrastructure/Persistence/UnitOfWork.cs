using System.Data;
using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Polly;
using Polly.Retry;

namespace CleanApi.Infrastructure.Persistence;

/// <inheritdoc cref="IUnitOfWork" />
internal sealed class UnitOfWork(CleanApiDbContext db) : IUnitOfWork
{
    private const int MaxRetries = 5;

    private static readonly ResiliencePipeline Retries = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            // Nothing was committed in these cases; a connection lost during the commit is not one of them, because nobody knows.
            ShouldHandle = arguments => ValueTask.FromResult(IsConflict(arguments.Outcome.Exception)),
            MaxRetryAttempts = MaxRetries,
            Delay = TimeSpan.FromMilliseconds(10),
            MaxDelay = TimeSpan.FromMilliseconds(500),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .Build();

    /// <inheritdoc />
    public async Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<T>> work, IsolationLevel isolation, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            return await work(cancellationToken);
        }

        return await Retries.ExecuteAsync(
            static async (state, token) => await state.self.TryAsync(state.work, state.isolation, token), (self: this, work, isolation), cancellationToken);
    }

    private async Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> work, IsolationLevel isolation, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        // Changes are looked for twice, where they are needed: for the audit entry and here. EF Core would do it at each look at its entries.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(isolation, cancellationToken);
        var result = await work(cancellationToken);
        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        foreach (var entry in db.ChangeTracker.Entries<IAggregateRoot>())
        {
            entry.Entity.Saved();
        }

        return result;
    }

    // EF Core wraps the driver's exception: once where it saves, once more where it takes the failure for a transient one.
    private static bool IsConflict(Exception? exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            // An outdated version is one too: whoever named theirs in If-Match is refused by the handler that runs again, all others never chose one.
            if (current is DbUpdateConcurrencyException
                or PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected })
            {
                return true;
            }
        }

        return false;
    }
}
