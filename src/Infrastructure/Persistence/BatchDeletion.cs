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
    public static Task DeleteInBatchesAsync<T, TKey>(this IQueryable<T> due, Expression<Func<T, TKey>> order, CancellationToken cancellationToken)
        where T : class
    {
        var batch = due.OrderBy(order).Take(Size);
        return RepeatAsync(cancellation => due.Where(row => batch.Contains(row)).ExecuteDeleteAsync(cancellation), cancellationToken);
    }

    /// <summary>Repeats a statement that deletes <see cref="Size"/> rows at most until it deletes fewer.</summary>
    /// <param name="delete">Returns how many it has deleted.</param>
    /// <param name="cancellationToken">Cancels between two statements, too.</param>
    public static async Task RepeatAsync(Func<CancellationToken, Task<int>> delete, CancellationToken cancellationToken)
    {
        while (await delete(cancellationToken) == Size)
        {
            // The next ones.
        }
    }
}
