using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Idempotency;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Access;

/// <summary>Exchanges a refresh token for the next pair. A token that was used before ends its session (RFC 9700, section 4.14.2).</summary>
/// <param name="RefreshToken">The token.</param>
[AllowAnonymous("The token is the credential; the access token has usually expired.")]
[NotAudited("The sign-in is audited, and so is the reuse of a token.")]
[ManagesTransaction("Revokes the session of a reused token, then rejects the request.")]
[NotReplayed("The token can be in a cookie; using it again gives the same successor for ten seconds, and later betrays a thief.")]
[NoValidator("A malformed token is rejected as an invalid one.")]
public sealed record Refresh([property: Example("mT6mT0v3cXh1l0tJq2nK8oR5sW7yZ4aB9dE1fG3hI5k")] string? RefreshToken) : ICommand<SessionResponse>
{
    /// <summary>Without the token, which must not reach a log.</summary>
    public override string ToString() => nameof(Refresh);
}
