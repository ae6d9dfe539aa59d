using Ardalis.Specification;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>The sessions of an account that go on, tracked.</summary>
internal sealed class ActiveSessionsByAccountSpec : Specification<Session>
{
    public ActiveSessionsByAccountSpec(AccountId accountId, DateTimeOffset now) =>
        Query.Where(session => session.AccountId == accountId && session.RevokedAt == null && session.ExpiresAt > now);
}
