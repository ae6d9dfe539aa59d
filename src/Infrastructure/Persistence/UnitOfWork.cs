using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Common;
using CleanApi.Infrastructure.Auditing;
using CleanApi.Infrastructure.Events;
using CleanApi.Infrastructure.Idempotency;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Polly.Retry;
using Polly;
using System.Data;

namespace CleanApi.Infrastructure.Persistence;

/// <inheritdoc cref="IUnitOfWork" />
/// <param name="db">The context of its changes.</param>
/// <param name="audit">What it writes about them.</param>
/// <param name="outbox">The events that it writes with them; null where nothing that it saves has any.</param>
/// <param name="answers">Stores its result where that is the answer to a request; null outside of requests.</param>
internal sealed class UnitOfWork(CleanApiDbContext db, AuditTrail audit, Outbox? outbox = null, IdempotentAnswers? answers = null) : IUnitOfWork
{
    private const int MaxRetries = 5;
    private const int MaxInsertions = 100;

    private static readonly ResiliencePipeline Retries = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            // Nothing was committed in these cases. A connection lost during the commit is not retried: the outcome is unknown.
            ShouldHandle = arguments => ValueTask.FromResult(IsConflict(arguments.Outcome.Exception)),
            MaxRetryAttempts = MaxRetries,
            Delay = TimeSpan.FromMilliseconds(10),
            MaxDelay = TimeSpan.FromMilliseconds(500),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .Build();

    private bool isOpen;
    private Caller? opener;

    /// <inheritdoc />
    public Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<T>> work, IsolationLevel isolation, CancellationToken cancellationToken) =>
        db.InsertsOnly
            ? throw new InvalidOperationException("A unit of work that only inserts has no transaction that another could join; take [InsertsOnly] away.")
            : RunAsync(async token =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(isolation, token);
                await (answers?.ClaimAsync<T>(token) ?? Task.CompletedTask);
                var result = await work(token);
                await SaveAsync(token);
                await (answers?.CompleteAsync(result, token) ?? Task.CompletedTask);
                await transaction.CommitAsync(token);
                outbox?.Committed();
                return result;
            }, work, cancellationToken);

    /// <inheritdoc />
    public Task<T> InsertAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        // The answer is stored in further statements.
        answers?.Awaits<T>() is true ? ExecuteAsync(work, IsolationLevel.ReadCommitted, cancellationToken) : RunAsync(async token =>
        {
            db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
            db.InsertsOnly = true;
            var result = await work(token);
            RequireInsertions();
            await SaveAsync(token);
            outbox?.Committed();
            return result;
        }, work, cancellationToken);

    /// <inheritdoc />
    Task IUnitOfWork.SaveAsync(CancellationToken cancellationToken) =>
        isOpen ? SaveAsync(cancellationToken) : throw new InvalidOperationException("Nothing is saved outside of a unit of work.");

    private async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> whole, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        if (isOpen)
        {
            return await JoinAsync(work, cancellationToken);
        }

        (isOpen, opener) = (true, db.CallerContext?.Caller);
        try
        {
            return await Retries.ExecuteAsync(
                static async (state, token) =>
                {
                    state.db.ChangeTracker.Clear();
                    state.db.AfterSave.Clear();
                    state.audit.Reset();
                    state.outbox?.Reset();
                    // Changes are detected once, before the save; by default EF Core detects them at each access to the entries.
                    state.db.ChangeTracker.AutoDetectChangesEnabled = false;
                    state.db.Database.AutoSavepointsEnabled = false;
                    return await state.whole(token);
                },
                (db, audit, outbox, whole),
                cancellationToken);
        }
        finally
        {
            isOpen = false;
            db.Database.AutoTransactionBehavior = AutoTransactionBehavior.WhenNeeded;
            db.InsertsOnly = false;
        }
    }

    // Nested: the outer unit of work saves, but for what belongs to another organization: row-level security and the audit log go by the caller of the save.
    private async Task<T> JoinAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var (outer, inner) = (opener, db.CallerContext?.Caller);
        if (outer is null || inner?.OrganizationId == outer.OrganizationId)
        {
            return await work(cancellationToken);
        }

        await db.CallerContext!.RunAsAsync(outer, () => SaveAsync(cancellationToken));
        opener = inner;
        try
        {
            var result = await work(cancellationToken);
            await SaveAsync(cancellationToken);
            return result;
        }
        finally
        {
            opener = outer;
        }
    }

    private async Task<bool> SaveAsync(CancellationToken cancellationToken)
    {
        if (!db.InsertsOnly)
        {
            db.ChangeTracker.DetectChanges();
        }

        audit.Write();
        outbox?.Write();
        await db.SaveChangesAsync(cancellationToken);
        foreach (var entry in db.ChangeTracker.Entries<IAggregateRoot>())
        {
            entry.Entity.ClearDomainEvents();
        }

        foreach (var statement in db.AfterSave)
        {
            await statement(cancellationToken);
        }

        db.AfterSave.Clear();

        return true;
    }

    // One batch is one implicit transaction; a second batch would be another, and EF Core starts one after a thousand statements. Entities that were
    // read are rejected, so that change detection can be skipped.
    private void RequireInsertions()
    {
        var count = 0;
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (++count > MaxInsertions || entry.State != EntityState.Added)
            {
                throw new InvalidOperationException("An [InsertsOnly] command has read entities for a change, or inserted too much; remove the attribute.");
            }
        }
    }

    // EF Core wraps the driver's exception once in the save, and again if it considers it transient.
    private static bool IsConflict(Exception? exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            // Also a stale version: the retried handler rejects a client that sent If-Match; other clients did not ask for a version.
            if (current is DbUpdateConcurrencyException
                or PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected })
            {
                return true;
            }
        }

        return false;
    }
}
