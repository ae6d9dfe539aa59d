using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>One page of an organization's keys, or of one owner's.</summary>
internal sealed class ApiKeysPage : PageSpecification<ApiKey, ApiKeyResponse>
{
    public ApiKeysPage(ListApiKeys query, UserId? owner)
        : base(query)
    {
        if (owner is { } userId)
        {
            Match(key => key.UserId == userId);
        }

        Order(ApiKeyOrder.ByCreatedAt, key => key.Id, row => row.Id);
    }
}
