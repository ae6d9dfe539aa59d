using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The token pair of a sign-in or a refresh.</summary>
internal static class SessionTokens
{
    private const string Bearer = "Bearer";

    /// <summary>Issues an access token for the caller, and returns it with the refresh token.</summary>
    /// <param name="issuer">Issues the access token.</param>
    /// <param name="caller">The user and the session.</param>
    /// <param name="email">The user's address.</param>
    /// <param name="refreshToken">The refresh token.</param>
    /// <param name="remaining">The remaining lifetime of the refresh token, which limits that of the access token.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<SessionResponse> IssueSessionAsync(
        this IAccessTokenIssuer issuer, UserCaller caller, EmailAddress email, string refreshToken, TimeSpan remaining, CancellationToken cancellationToken)
    {
        var accessToken = await issuer.IssueAsync(caller, email, remaining, cancellationToken);
        return new SessionResponse(
            accessToken.Value, Bearer, (int)accessToken.Lifetime.TotalSeconds, refreshToken, (int)remaining.TotalSeconds, caller.SessionId,
            caller.UserId, caller.OrganizationId, caller.MfaEnrollmentRequired);
    }
}
