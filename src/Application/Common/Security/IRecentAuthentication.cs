using CleanApi.Domain.Errors;

namespace CleanApi.Application.Common.Security;

/// <summary>
/// Step-up authentication: what a stolen session must not do needs a recent proof of who the person is (OWASP ASVS 5.0, 7.5.1). A sign-in is one, and so is
/// <c>POST /api/v1/me/reauthenticate</c>; a refresh is none. Asked by the pipeline for requests with <see cref="RequiresRecentAuthenticationAttribute"/>, and by
/// handlers where only some of what a request can do needs it.
/// </summary>
public interface IRecentAuthentication
{
    /// <summary>How long a proof lasts.</summary>
    static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Requires that the proof of the caller's session is at most <see cref="MaxAge"/> old, and where the account has a second factor, includes one. One statement, in the open
    /// transaction.
    /// </summary>
    /// <exception cref="AuthorizationError">RECENT_AUTHENTICATION_REQUIRED; PERSON_REQUIRED where the caller has no session.</exception>
    Task RequireAsync(CancellationToken cancellationToken);

    /// <summary>Requires that the caller's account has a second factor, and that the caller's session has proved one. One statement, in the open transaction.</summary>
    /// <exception cref="AuthorizationError">MFA_REQUIRED; PERSON_REQUIRED where the caller has no session.</exception>
    Task RequireSecondFactorAsync(CancellationToken cancellationToken);
}
