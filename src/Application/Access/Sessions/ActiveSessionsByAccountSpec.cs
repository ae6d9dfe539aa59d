using Ardalis.Specification;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>The active sessions of an account, tracked.</summary>
internal sealed class ActiveSessionsByAccountSpec : Specification<Session>
{
    public ActiveSessionsByAccountSpec(AccountId accountId, DateTimeOffset now) =>
        Query.Where(session => session.AccountId == accountId && session.RevokedAt == null && session.ExpiresAt > now);
}
