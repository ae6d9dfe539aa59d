using Ardalis.Specification.EntityFrameworkCore;
using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Common;

namespace CleanApi.Infrastructure.Persistence;

/// <inheritdoc cref="IRepository{T}" />
internal sealed class Repository<T>(CleanApiDbContext db) : RepositoryBase<T>(db), IRepository<T>
    where T : class, IAggregateRoot
{
    /// <summary>Does nothing: the unit of work saves once, when the whole command has succeeded.</summary>
    public override Task<int> SaveChangesAsync(CancellationToken cancellationToken = default) => Task.FromResult(0);
}
