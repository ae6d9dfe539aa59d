using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>What a sign-in and a refresh answer alike.</summary>
internal static class SessionAnswer
{
    private const string Bearer = "Bearer";

    /// <summary>Issues an access token for the caller, and answers with it and the refresh token.</summary>
    public static async Task<SessionResponse> AnswerAsync(
        this IAccessTokenIssuer issuer, Caller caller, EmailAddress email, string refreshToken, TimeSpan remaining, CancellationToken cancellationToken)
    {
        var accessToken = await issuer.IssueAsync(caller, email, cancellationToken);
        return new SessionResponse(
            accessToken.Value, Bearer, (int)accessToken.Lifetime.TotalSeconds, refreshToken, (int)remaining.TotalSeconds, caller.SessionId!.Value);
    }
}
