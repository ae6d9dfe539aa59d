namespace CleanApi.Application.Common.Paging;

/// <summary>Makes the specification of a list from its query.</summary>
internal delegate PageSpecification<T, TResponse> ListSpecification<in TQuery, T, TResponse>(TQuery query)
    where TQuery : PagedQuery<TResponse>
    where T : class;
