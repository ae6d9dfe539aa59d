using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>The order that a list of identities offers; it has an index of its own.</summary>
internal static class ExternalIdentityOrder
{
    public const string CreatedAt = "createdAt";

    public static readonly SortKey<ExternalIdentity, ExternalIdentityResponse> ByCreatedAt =
        SortKeys.By<ExternalIdentity, ExternalIdentityResponse>(CreatedAt, identity => identity.CreatedAt, row => row.CreatedAt);
}
