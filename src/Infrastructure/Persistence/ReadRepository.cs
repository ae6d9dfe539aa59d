using Ardalis.Specification.EntityFrameworkCore;
using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Infrastructure.Persistence;

/// <inheritdoc cref="IReadRepository{T}" />
internal sealed class ReadRepository<T>(CleanApiDbContext db) : RepositoryBase<T>(db), IReadRepository<T>
    where T : class
{
    /// <inheritdoc />
    public Task<TResponse?> FindAsync<TId, TResponse>(TId id, CancellationToken cancellationToken)
        where TId : struct, ITypeId<TId>
        where TResponse : class => CompiledById<T, TId, TResponse>.FindAsync(db, id, cancellationToken);

    /// <inheritdoc />
    public async Task<Page<TResult>> PageAsync<TResult>(PageSpecification<T, TResult> specification, CancellationToken cancellationToken)
    {
        if (!specification.PageQuery.Total)
        {
            return specification.ToPage(await ListAsync(specification, cancellationToken), null);
        }

        // The total is a subquery of the page's statement: one round trip, one snapshot. PostgreSQL evaluates it once, not per row.
        var matching = ApplySpecification(specification.Matching);
        var counted = await ApplySpecification(specification).Select(row => new Counted<TResult>(row, matching.LongCount())).ToListAsync(cancellationToken);
        var rows = new List<TResult>(counted.Count);
        foreach (var row in counted)
        {
            rows.Add(row.Row);
        }

        // An empty page carries no total, which is 0 only on the first page.
        var total = counted.Count > 0 ? counted[0].Total : await TotalOfEmptyPageAsync(specification, matching, cancellationToken);
        return specification.ToPage(rows, total);
    }

    private static Task<long> TotalOfEmptyPageAsync<TResult>(PageSpecification<T, TResult> specification, IQueryable<T> matching, CancellationToken cancellationToken) =>
        specification.PageQuery is { Cursor: null, Page: null or 1 } ? Task.FromResult(0L) : matching.LongCountAsync(cancellationToken);

    private sealed record Counted<TResult>(TResult Row, long Total);
}
