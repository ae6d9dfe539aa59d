using Ardalis.Specification;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>The sessions of an account that go on, tracked.</summary>
internal sealed class LiveSessionsByAccountSpec : Specification<Session>
{
    public LiveSessionsByAccountSpec(AccountId accountId, DateTimeOffset now) =>
        Query.Where(session => session.AccountId == accountId && session.RevokedAt == null && session.ExpiresAt > now);
}
