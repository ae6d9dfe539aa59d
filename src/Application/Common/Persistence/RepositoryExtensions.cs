using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;

namespace CleanApi.Application.Common.Persistence;

/// <summary>What every command that changes an aggregate begins with.</summary>
internal static class RepositoryExtensions
{
    /// <summary>Returns an aggregate of the caller's organization, tracked, at a version that the caller has seen.</summary>
    /// <exception cref="NotFoundError">There is none.</exception>
    /// <exception cref="PreconditionFailedError">It has changed since.</exception>
    public static async Task<T> LoadAsync<T, TId>(this IRepository<T> repository, TId id, ExpectedVersion expected, CancellationToken cancellationToken)
        where T : class, IAggregateRoot
        where TId : struct, ITypeId<TId>
    {
        var aggregate = await repository.SingleOrDefaultAsync(new ByIdSpec<T, TId>(id), cancellationToken) ?? throw NotFoundError.Of(id);
        expected.Require(aggregate);
        return aggregate;
    }
}
