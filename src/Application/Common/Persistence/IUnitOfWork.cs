using System.Data;

namespace CleanApi.Application.Common.Persistence;

/// <summary>One transaction around what is stored together, with its audit entries.</summary>
public interface IUnitOfWork
{
    /// <summary>
    /// Runs the work, saves what it changed and commits; anything thrown rolls all of it back. Serialization failures and deadlocks are retried from the
    /// start with nothing tracked. Inside another unit of work, it joins that one.
    /// </summary>
    Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<T>> work, IsolationLevel isolation, CancellationToken cancellationToken);

    /// <summary>The same at read committed, the usual isolation.</summary>
    Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        ExecuteAsync(work, IsolationLevel.ReadCommitted, cancellationToken);

    /// <summary>
    /// Runs work that only inserts (<see cref="InsertsOnlyAttribute"/>): all of it is saved in one batch of statements, which is a transaction by itself, in
    /// one round trip.
    /// </summary>
    /// <exception cref="InvalidOperationException">The work changed or removed something.</exception>
    Task<T> InsertAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken);
}
