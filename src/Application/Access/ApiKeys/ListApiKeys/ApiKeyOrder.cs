using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>The order that a list of keys offers; it has an index of its own.</summary>
internal static class ApiKeyOrder
{
    public const string CreatedAt = "createdAt";

    public static readonly SortKey<ApiKey, ApiKeyResponse> ByCreatedAt =
        SortKeys.By<ApiKey, ApiKeyResponse>(CreatedAt, key => key.CreatedAt, row => row.CreatedAt);
}
