using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The token pair that a sign-in and a refresh return alike.</summary>
internal static class SessionTokens
{
    private const string Bearer = "Bearer";

    /// <summary>Issues an access token for the caller, and returns it with the refresh token.</summary>
    /// <param name="issuer">Issues the access token.</param>
    /// <param name="caller">The user with the session.</param>
    /// <param name="email">The user's address.</param>
    /// <param name="refreshToken">The refresh token.</param>
    /// <param name="remaining">How long the refresh token lasts: the access token does not outlive it, nor its session.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<SessionResponse> IssueSessionAsync(
        this IAccessTokenIssuer issuer, UserCaller caller, EmailAddress email, string refreshToken, TimeSpan remaining, CancellationToken cancellationToken)
    {
        var accessToken = await issuer.IssueAsync(caller, email, remaining, cancellationToken);
        return new SessionResponse(
            accessToken.Value, Bearer, (int)accessToken.Lifetime.TotalSeconds, refreshToken, (int)remaining.TotalSeconds, caller.SessionId);
    }
}
