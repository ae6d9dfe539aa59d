using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The state of a refresh token and its session.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="UserId">The session's user.</param>
/// <param name="OrganizationId">The user's organization.</param>
/// <param name="Stamp">The session's security stamp.</param>
/// <param name="ExpiresAt">When the session expires.</param>
/// <param name="RevokedAt">When the session was revoked.</param>
/// <param name="UsedAt">When the token was exchanged.</param>
/// <param name="SuccessorUsedAt">When its successor was exchanged.</param>
/// <param name="IsMultiFactor">Whether the session has proved a second factor.</param>
public sealed record RefreshTokenState(
    SessionId SessionId,
    UserId UserId,
    OrganizationId OrganizationId,
    int Stamp,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? RevokedAt,
    DateTimeOffset? UsedAt,
    DateTimeOffset? SuccessorUsedAt,
    bool IsMultiFactor)
{
    /// <summary>Whether the session is neither revoked nor expired.</summary>
    public bool IsActive(DateTimeOffset now) => RevokedAt is null && ExpiresAt > now;
}
