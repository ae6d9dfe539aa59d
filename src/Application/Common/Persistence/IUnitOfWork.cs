using System.Data;

namespace CleanApi.Application.Common.Persistence;

/// <summary>A transaction, with its audit entries and events.</summary>
public interface IUnitOfWork
{
    /// <summary>
    /// Runs the work, saves its changes and commits; an exception rolls back. Serialization failures and deadlocks are retried from the start, with an empty
    /// change tracker. Inside another unit of work, it joins that one; as a caller of another organization, what it changes is saved as that caller, and what was
    /// changed before as the one before, in the one transaction.
    /// </summary>
    Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<T>> work, IsolationLevel isolation, CancellationToken cancellationToken);

    /// <summary>The same at read committed, the default isolation.</summary>
    Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        ExecuteAsync(work, IsolationLevel.ReadCommitted, cancellationToken);

    /// <summary>
    /// Saves what was changed so far, in the open transaction: a change that has to precede another one in the database, such as what frees a unique value.
    /// </summary>
    Task SaveAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Runs work that only inserts (<see cref="InsertsOnlyAttribute"/>) and saves it in one batch of statements, which is an implicit transaction and one
    /// round trip.
    /// </summary>
    /// <exception cref="InvalidOperationException">The work changed or removed something.</exception>
    Task<T> InsertAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken);
}
