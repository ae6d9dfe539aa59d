using CleanApi.Application.Common.Persistence;
using MediatR;

namespace CleanApi.Application.Common.Paging;

/// <summary>Handles a list whose specification needs nothing but the query.</summary>
/// <param name="rows">What is listed.</param>
/// <param name="specification">Makes the list's specification.</param>
internal sealed class ListHandler<TQuery, T, TResponse>(IReadRepository<T> rows, ListSpecification<TQuery, T, TResponse> specification)
    : IRequestHandler<TQuery, Page<TResponse>>
    where TQuery : PagedQuery<TResponse>
    where T : class
{
    public Task<Page<TResponse>> Handle(TQuery query, CancellationToken cancellationToken) => rows.PageAsync(specification(query), cancellationToken);
}
