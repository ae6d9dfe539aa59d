using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>The question for a second factor.</summary>
/// <param name="SessionId">The session that is opened once it is answered.</param>
/// <param name="Token">Goes with the answer: it stands for the first factor.</param>
/// <param name="ExpiresIn">Seconds to answer in.</param>
/// <param name="Methods">What can be answered with: <c>totp</c>, <c>recovery_code</c>, <c>passkey</c>.</param>
public sealed record MfaChallenge(SessionId SessionId, string Token, int ExpiresIn, IReadOnlyList<string> Methods)
{
    /// <summary>Without the token: whoever reads a log must not be able to use it.</summary>
    public override string ToString() => nameof(MfaChallenge);
}
