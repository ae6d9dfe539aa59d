using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using MediatR;

namespace CleanApi.Application.Common.Requests;

/// <summary>Handles a read by id that adds nothing to it.</summary>
internal sealed class GetByIdHandler<TQuery, T, TId, TResponse>(IReadRepository<T> rows) : IRequestHandler<TQuery, TResponse>
    where TQuery : IGetById<TId, TResponse>
    where T : class
    where TId : struct, ITypeId<TId>
    where TResponse : class
{
    public async Task<TResponse> Handle(TQuery query, CancellationToken cancellationToken) =>
        await rows.FindAsync<TId, TResponse>(query.Id, cancellationToken) ?? throw NotFoundError.Of(query.Id);
}
