using Microsoft.EntityFrameworkCore;

namespace Ardalis.Specification.EntityFrameworkCore;

/// <summary>A repository over a <see cref="Microsoft.EntityFrameworkCore.DbContext"/>. What adds, updates or deletes also saves.</summary>
/// <typeparam name="T">The entity.</typeparam>
public abstract class RepositoryBase<T> : IRepositoryBase<T> where T : class
{
    public RepositoryBase(DbContext dbContext) : this(dbContext, EntityFrameworkCore.SpecificationEvaluator.Default)
    {
    }

    public RepositoryBase(DbContext dbContext, ISpecificationEvaluator specificationEvaluator)
    {
        DbContext = dbContext;
        SpecificationEvaluator = specificationEvaluator;
    }

    /// <summary>The context read from and saved to.</summary>
    protected DbContext DbContext { get; set; }

    /// <summary>Applies the specifications.</summary>
    protected ISpecificationEvaluator SpecificationEvaluator { get; set; }

    private DbSet<T> Entities => DbContext.Set<T>();

    /// <inheritdoc/>
    public virtual async Task<T> AddAsync(T entity, CancellationToken cancellationToken = default)
    {
        Entities.Add(entity);
        await SaveChangesAsync(cancellationToken);
        return entity;
    }

    /// <inheritdoc/>
    public virtual async Task<IEnumerable<T>> AddRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default)
    {
        Entities.AddRange(entities);
        await SaveChangesAsync(cancellationToken);
        return entities;
    }

    /// <inheritdoc/>
    public virtual Task<int> UpdateAsync(T entity, CancellationToken cancellationToken = default)
    {
        Entities.Update(entity);
        return SaveChangesAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public virtual Task<int> UpdateRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default)
    {
        Entities.UpdateRange(entities);
        return SaveChangesAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public virtual Task<int> DeleteAsync(T entity, CancellationToken cancellationToken = default)
    {
        Entities.Remove(entity);
        return SaveChangesAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public virtual Task<int> DeleteRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default)
    {
        Entities.RemoveRange(entities);
        return SaveChangesAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public virtual async Task<int> DeleteRangeAsync(ISpecification<T> specification, CancellationToken cancellationToken = default)
    {
        Entities.RemoveRange(await ApplySpecification(specification).ToListAsync(cancellationToken));
        return await SaveChangesAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public virtual Task<int> SaveChangesAsync(CancellationToken cancellationToken = default) => DbContext.SaveChangesAsync(cancellationToken);

    /// <inheritdoc/>
    public virtual async Task<T?> GetByIdAsync<TId>(TId id, CancellationToken cancellationToken = default) where TId : notnull =>
        await Entities.FindAsync([id], cancellationToken);

    /// <inheritdoc/>
    public virtual Task<T?> FirstOrDefaultAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        ApplySpecification(specification).FirstOrDefaultAsync(cancellationToken);

    /// <inheritdoc/>
    public virtual Task<TResult?> FirstOrDefaultAsync<TResult>(
        ISpecification<T, TResult> specification, CancellationToken cancellationToken = default) =>
        ApplySpecification(specification).FirstOrDefaultAsync(cancellationToken);

    /// <inheritdoc/>
    public virtual Task<T?> SingleOrDefaultAsync(ISingleResultSpecification<T> specification, CancellationToken cancellationToken = default) =>
        ApplySpecification(specification).SingleOrDefaultAsync(cancellationToken);

    /// <inheritdoc/>
    public virtual Task<TResult?> SingleOrDefaultAsync<TResult>(
        ISingleResultSpecification<T, TResult> specification, CancellationToken cancellationToken = default) =>
        ApplySpecification(specification).SingleOrDefaultAsync(cancellationToken);

    /// <inheritdoc/>
    public virtual Task<List<T>> ListAsync(CancellationToken cancellationToken = default) => Entities.ToListAsync(cancellationToken);

    /// <inheritdoc/>
    public virtual Task<List<T>> ListAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        ApplySpecification(specification).ToListAsync(cancellationToken);

    /// <inheritdoc/>
    public virtual Task<List<TResult>> ListAsync<TResult>(
        ISpecification<T, TResult> specification, CancellationToken cancellationToken = default) =>
        ApplySpecification(specification).ToListAsync(cancellationToken);

    /// <inheritdoc/>
    public virtual Task<int> CountAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        ApplySpecification(specification, evaluateCriteriaOnly: true).CountAsync(cancellationToken);

    /// <inheritdoc/>
    public virtual Task<int> CountAsync(CancellationToken cancellationToken = default) => Entities.CountAsync(cancellationToken);

    /// <inheritdoc/>
    public virtual Task<bool> AnyAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        ApplySpecification(specification, evaluateCriteriaOnly: true).AnyAsync(cancellationToken);

    /// <inheritdoc/>
    public virtual Task<bool> AnyAsync(CancellationToken cancellationToken = default) => Entities.AnyAsync(cancellationToken);

    /// <inheritdoc/>
    public virtual IAsyncEnumerable<T> AsAsyncEnumerable(ISpecification<T> specification) => ApplySpecification(specification).AsAsyncEnumerable();

    /// <summary>The query of a specification; of its filters only, without order and paging, when the entities are just counted.</summary>
    protected virtual IQueryable<T> ApplySpecification(ISpecification<T> specification, bool evaluateCriteriaOnly = false) =>
        SpecificationEvaluator.GetQuery(Entities.AsQueryable(), specification, evaluateCriteriaOnly);

    /// <summary>The query of a projecting specification.</summary>
    protected virtual IQueryable<TResult> ApplySpecification<TResult>(ISpecification<T, TResult> specification) =>
        SpecificationEvaluator.GetQuery(Entities.AsQueryable(), specification);
}
