using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>One page of an organization's keys, or of one owner's.</summary>
internal sealed class ListApiKeysSpec : PageSpecification<ApiKey, ApiKeyResponse>
{
    public ListApiKeysSpec(ListApiKeys query, UserId? owner)
        : base(query)
    {
        if (owner is { } userId)
        {
            Match(key => key.UserId == userId);
        }
    }
}
