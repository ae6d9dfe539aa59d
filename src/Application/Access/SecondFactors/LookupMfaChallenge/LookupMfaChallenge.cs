using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Access;

/// <summary>Whose sign-in an MFA challenge is of, while it can be answered. It counts no attempt.</summary>
/// <param name="MfaToken">The token of the challenge.</param>
[AllowAnonymous("The token proves the first factor.")]
[NoValidator("A malformed token is rejected as an unknown one.")]
public sealed record LookupMfaChallenge(string? MfaToken) : IQuery<MfaChallengePreviewResponse>
{
    /// <summary>Without the token, which must not reach a log.</summary>
    public override string ToString() => nameof(LookupMfaChallenge);
}
