using Ardalis.Specification;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The active sessions of a user, tracked.</summary>
internal sealed class ActiveSessionsByUserSpec : Specification<Session>
{
    public ActiveSessionsByUserSpec(UserId userId, DateTimeOffset now) =>
        Query.Where(session => session.UserId == userId && session.RevokedAt == null && session.ExpiresAt > now);
}
