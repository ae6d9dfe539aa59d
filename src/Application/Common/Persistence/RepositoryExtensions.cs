using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;

namespace CleanApi.Application.Common.Persistence;

/// <summary>What every command that changes an aggregate begins with.</summary>
internal static class RepositoryExtensions
{
    /// <summary>Returns an aggregate of the caller's organization, tracked.</summary>
    /// <exception cref="NotFoundError">There is none.</exception>
    public static async Task<T> LoadAsync<T, TId>(this IRepository<T> repository, TId id, CancellationToken cancellationToken)
        where T : class, IAggregateRoot
        where TId : struct, ITypeId<TId> =>
        await repository.SingleOrDefaultAsync(new ByIdSpec<T, TId>(id), cancellationToken) ?? throw NotFoundError.Of(id);
}
