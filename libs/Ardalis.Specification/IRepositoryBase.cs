namespace Ardalis.Specification;

/// <summary>Reads and writes entities. Whether a write is saved at once is the implementation's choice.</summary>
/// <typeparam name="T">The entity.</typeparam>
public interface IRepositoryBase<T> : IReadRepositoryBase<T> where T : class
{
    /// <summary>Adds an entity, and returns it.</summary>
    Task<T> AddAsync(T entity, CancellationToken cancellationToken = default);

    /// <summary>Adds entities, and returns them.</summary>
    Task<IEnumerable<T>> AddRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default);

    /// <summary>Updates an entity; returns the number of entries saved.</summary>
    Task<int> UpdateAsync(T entity, CancellationToken cancellationToken = default);

    /// <summary>Updates entities; returns the number of entries saved.</summary>
    Task<int> UpdateRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default);

    /// <summary>Deletes an entity; returns the number of entries saved.</summary>
    Task<int> DeleteAsync(T entity, CancellationToken cancellationToken = default);

    /// <summary>Deletes entities; returns the number of entries saved.</summary>
    Task<int> DeleteRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default);

    /// <summary>Deletes the entities selected; returns the number of entries saved.</summary>
    Task<int> DeleteRangeAsync(ISpecification<T> specification, CancellationToken cancellationToken = default);

    /// <summary>Saves what has changed; returns the number of entries saved.</summary>
    Task<int> SaveChangesAsync(CancellationToken cancellationToken = default);
}
