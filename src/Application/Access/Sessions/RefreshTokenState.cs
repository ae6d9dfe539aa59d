using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>A refresh token as it stands, with its session.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="UserId">The session's user.</param>
/// <param name="OrganizationId">The user's organization.</param>
/// <param name="Stamp">The session's stamp.</param>
/// <param name="ExpiresAt">When the session ends.</param>
/// <param name="RevokedAt">When the session was ended before its time.</param>
/// <param name="UsedAt">When the token was exchanged.</param>
/// <param name="SuccessorUsedAt">When what it was exchanged for was exchanged in its turn.</param>
public sealed record RefreshTokenState(
    SessionId SessionId,
    UserId UserId,
    OrganizationId OrganizationId,
    int Stamp,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? RevokedAt,
    DateTimeOffset? UsedAt,
    DateTimeOffset? SuccessorUsedAt)
{
    /// <summary>Whether the session goes on.</summary>
    public bool IsActive(DateTimeOffset now) => RevokedAt is null && ExpiresAt > now;
}
