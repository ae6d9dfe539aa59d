using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>One page of a user's sessions that go on.</summary>
internal sealed class ListMySessionsSpec : PageSpecification<Session, ActiveSessionResponse>
{
    /// <param name="query">What was asked for.</param>
    /// <param name="userId">Whose.</param>
    /// <param name="now">The time.</param>
    /// <param name="usedAfter">A session that was not refreshed since then can be no more.</param>
    public ListMySessionsSpec(ListMySessions query, UserId userId, DateTimeOffset now, DateTimeOffset usedAfter)
        : base(query)
    {
        Match(session => session.UserId == userId && session.RevokedAt == null && session.ExpiresAt > now && session.LastUsedAt > usedAfter);
    }
}
