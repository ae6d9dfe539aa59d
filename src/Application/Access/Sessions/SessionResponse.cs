using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>What a client holds after a sign-in or a refresh.</summary>
/// <param name="AccessToken">Goes with every request.</param>
/// <param name="TokenType"><c>Bearer</c> (RFC 6750).</param>
/// <param name="ExpiresIn">Seconds that the access token lasts.</param>
/// <param name="RefreshToken">Gives the next pair, once.</param>
/// <param name="RefreshExpiresIn">Seconds that the refresh token lasts; without a refresh in between, a new sign-in is needed then.</param>
/// <param name="SessionId">The session.</param>
public sealed record SessionResponse(string AccessToken, string TokenType, int ExpiresIn, string RefreshToken, int RefreshExpiresIn, SessionId SessionId)
{
    /// <summary>Without the tokens: whoever reads a log must not be able to use them.</summary>
    public override string ToString() => $"{nameof(SessionResponse)} {SessionId}";
}
