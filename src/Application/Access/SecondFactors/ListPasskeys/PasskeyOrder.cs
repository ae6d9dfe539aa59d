using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>The order that a list of passkeys offers; it has an index of its own.</summary>
internal static class PasskeyOrder
{
    public const string CreatedAt = "createdAt";

    public static readonly SortKey<Passkey, PasskeyResponse> ByCreatedAt =
        SortKeys.By<Passkey, PasskeyResponse>(CreatedAt, passkey => passkey.CreatedAt, row => row.CreatedAt);
}
