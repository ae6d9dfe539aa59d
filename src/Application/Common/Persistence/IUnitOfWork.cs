using System.Data;

namespace CleanApi.Application.Common.Persistence;

/// <summary>One transaction around a command.</summary>
public interface IUnitOfWork
{
    /// <summary>
    /// Runs the work, saves what it changed and commits; anything thrown rolls all of it back. Serialization failures and deadlocks are
    /// retried from the start with nothing tracked. Inside another unit of work, it joins that one.
    /// </summary>
    Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<T>> work, IsolationLevel isolation, CancellationToken cancellationToken);
}
