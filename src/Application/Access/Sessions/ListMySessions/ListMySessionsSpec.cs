using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>One page of an account's sessions that go on.</summary>
internal sealed class ListMySessionsSpec : PageSpecification<Session, ActiveSessionResponse>
{
    /// <param name="query">What was asked for.</param>
    /// <param name="accountId">Whose.</param>
    /// <param name="now">The time.</param>
    /// <param name="usedAfter">A session that was not refreshed since then can be no more.</param>
    public ListMySessionsSpec(ListMySessions query, AccountId accountId, DateTimeOffset now, DateTimeOffset usedAfter)
        : base(query)
    {
        Match(session => session.AccountId == accountId && session.RevokedAt == null && session.ExpiresAt > now && session.LastUsedAt > usedAfter);
    }
}
