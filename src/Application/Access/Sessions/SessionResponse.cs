using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The tokens of a session, after a sign-in or a refresh.</summary>
/// <param name="AccessToken">The bearer token of requests.</param>
/// <param name="TokenType"><c>Bearer</c> (RFC 6750).</param>
/// <param name="ExpiresIn">Seconds until the access token expires.</param>
/// <param name="RefreshToken">Can be exchanged for the next pair, once.</param>
/// <param name="RefreshExpiresIn">Seconds until the refresh token expires; after that, a new sign-in is required.</param>
/// <param name="SessionId">The session.</param>
/// <param name="UserId">Who has signed in.</param>
/// <param name="OrganizationId">The organization that they are signed in to.</param>
/// <param name="MfaEnrollmentRequired">Whether the session is for enrolling a second factor only, which the organization requires.</param>
public sealed record SessionResponse(
    string AccessToken,
    string TokenType,
    int ExpiresIn,
    string RefreshToken,
    int RefreshExpiresIn,
    SessionId SessionId,
    UserId UserId,
    OrganizationId OrganizationId,
    bool MfaEnrollmentRequired = false)
{
    /// <summary>Without the tokens, which must not reach a log.</summary>
    public override string ToString() => $"{nameof(SessionResponse)} {SessionId}";
}
