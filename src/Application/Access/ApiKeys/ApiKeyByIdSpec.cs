using Ardalis.Specification;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>One key of the caller's organization, tracked.</summary>
internal sealed class ApiKeyByIdSpec : SingleResultSpecification<ApiKey>
{
    public ApiKeyByIdSpec(ApiKeyId id) => Query.Where(key => key.Id == id);
}
