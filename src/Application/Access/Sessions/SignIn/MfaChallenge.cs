using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>An MFA challenge.</summary>
/// <param name="SessionId">The session that is created when the challenge is answered.</param>
/// <param name="Token">The token of the challenge, which proves the first factor.</param>
/// <param name="ExpiresIn">Seconds until it expires.</param>
/// <param name="Methods">The methods that can answer it: <c>totp</c>, <c>recovery_code</c>, <c>passkey</c>.</param>
public sealed record MfaChallenge(SessionId SessionId, string Token, int ExpiresIn, IReadOnlyList<string> Methods)
{
    /// <summary>Without the token, which must not reach a log.</summary>
    public override string ToString() => nameof(MfaChallenge);
}
