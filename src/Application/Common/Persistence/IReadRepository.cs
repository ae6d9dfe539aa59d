using Ardalis.Specification;
using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Common;

namespace CleanApi.Application.Common.Persistence;

/// <summary>Reads by specification, without tracking.</summary>
/// <typeparam name="T">The entity that the specification starts from.</typeparam>
public interface IReadRepository<T> : IReadRepositoryBase<T>
    where T : class
{
    /// <summary>Returns an entity as a response; null when there is none. A compiled query, because this is the most frequent read.</summary>
    Task<TResponse?> FindAsync<TId, TResponse>(TId id, CancellationToken cancellationToken)
        where TId : struct, ITypeId<TId>
        where TResponse : class;

    /// <summary>Returns a page, with the total if requested: one statement, so that both come from the same snapshot.</summary>
    Task<Page<TResult>> PageAsync<TResult>(PageSpecification<T, TResult> specification, CancellationToken cancellationToken);
}
