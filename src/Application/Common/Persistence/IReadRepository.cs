using Ardalis.Specification;
using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Common;

namespace CleanApi.Application.Common.Persistence;

/// <summary>Reads, by specification, without tracking.</summary>
/// <typeparam name="T">The entity that the specification starts from.</typeparam>
public interface IReadRepository<T> : IReadRepositoryBase<T>
    where T : class
{
    /// <summary>One entity as a response; null when there is none. The query is compiled once: the most frequent read is also the shortest.</summary>
    Task<TResponse?> FindAsync<TId, TResponse>(TId id, CancellationToken cancellationToken)
        where TId : struct, ITypeId<TId>
        where TResponse : class;

    /// <summary>One page, and the number of all that match when it is asked for: one statement, so that both come from the same snapshot.</summary>
    Task<Page<TResult>> PageAsync<TResult>(PageSpecification<T, TResult> specification, CancellationToken cancellationToken);
}
