using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>The order that a list of sessions offers; it has an index of its own.</summary>
internal static class SessionOrder
{
    public const string CreatedAt = "createdAt";

    public static readonly SortKey<Session, ActiveSessionResponse> ByCreatedAt =
        SortKeys.By<Session, ActiveSessionResponse>(CreatedAt, session => session.CreatedAt, row => row.CreatedAt);
}
