namespace Ardalis.Specification;

/// <summary>Reads entities.</summary>
/// <typeparam name="T">The entity.</typeparam>
public interface IReadRepositoryBase<T> where T : class
{
    /// <summary>The entity of a primary key; null when there is none. One that the context tracks already is not read again.</summary>
    Task<T?> GetByIdAsync<TId>(TId id, CancellationToken cancellationToken = default) where TId : notnull;

    /// <summary>The first entity selected; null when there is none.</summary>
    Task<T?> FirstOrDefaultAsync(ISpecification<T> specification, CancellationToken cancellationToken = default);

    /// <summary>What is made of the first entity selected; the type's default when there is none.</summary>
    Task<TResult?> FirstOrDefaultAsync<TResult>(ISpecification<T, TResult> specification, CancellationToken cancellationToken = default);

    /// <summary>The one entity selected; null when there is none.</summary>
    /// <exception cref="InvalidOperationException">There are more.</exception>
    Task<T?> SingleOrDefaultAsync(ISingleResultSpecification<T> specification, CancellationToken cancellationToken = default);

    /// <summary>What is made of the one entity selected; the type's default when there is none.</summary>
    /// <exception cref="InvalidOperationException">There are more.</exception>
    Task<TResult?> SingleOrDefaultAsync<TResult>(ISingleResultSpecification<T, TResult> specification, CancellationToken cancellationToken = default);

    /// <summary>All entities.</summary>
    Task<List<T>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>The entities selected.</summary>
    Task<List<T>> ListAsync(ISpecification<T> specification, CancellationToken cancellationToken = default);

    /// <summary>What is made of the entities selected.</summary>
    Task<List<TResult>> ListAsync<TResult>(ISpecification<T, TResult> specification, CancellationToken cancellationToken = default);

    /// <summary>How many entities pass the filters; paging does not count.</summary>
    Task<int> CountAsync(ISpecification<T> specification, CancellationToken cancellationToken = default);

    /// <summary>How many entities there are.</summary>
    Task<int> CountAsync(CancellationToken cancellationToken = default);

    /// <summary>Whether an entity passes the filters; paging does not count.</summary>
    Task<bool> AnyAsync(ISpecification<T> specification, CancellationToken cancellationToken = default);

    /// <summary>Whether there is an entity.</summary>
    Task<bool> AnyAsync(CancellationToken cancellationToken = default);

    /// <summary>The entities selected, as they are read.</summary>
    IAsyncEnumerable<T> AsAsyncEnumerable(ISpecification<T> specification);
}
