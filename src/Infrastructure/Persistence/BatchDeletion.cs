using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>Deletes many rows by statements that are each short: none holds its locks for long, or meets its limit, however many rows there are.</summary>
internal static class BatchDeletion
{
    /// <summary>Rows that one statement deletes.</summary>
    public const int Size = 1000;

    /// <summary>Deletes rows until there are none. A row that was found, and has changed since so that it is not due any more, stays.</summary>
    /// <param name="due">The rows.</param>
    /// <param name="order">Which ones come first.</param>
    /// <param name="cancellationToken">Cancels between two statements, too.</param>
    public static async Task DeleteInBatchesAsync<T, TKey>(this IQueryable<T> due, Expression<Func<T, TKey>> order, CancellationToken cancellationToken)
        where T : class
    {
        var batch = due.OrderBy(order).Take(Size);
        while (await due.Where(row => batch.Contains(row)).ExecuteDeleteAsync(cancellationToken) == Size)
        {
            // The next ones.
        }
    }
}
