using Ardalis.Specification;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>The active sessions of one sign-in, in all organizations, tracked.</summary>
internal sealed class ActiveSessionsByOriginSpec : Specification<Session>
{
    public ActiveSessionsByOriginSpec(SessionId originId, DateTimeOffset now) =>
        Query.Where(session => session.OriginId == originId && session.RevokedAt == null && session.ExpiresAt > now);
}
