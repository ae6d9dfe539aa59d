using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>
/// Opens a session for the caller, who has proved who they are; or answers with the question for a second factor, where the account has one and the proof is
/// none of it.
/// </summary>
/// <param name="AccountId">The caller's account.</param>
/// <param name="Proof">How they proved it.</param>
/// <param name="ChallengeToken">The token of the question that they have answered, which is used up; null where none was asked.</param>
[AuthenticatedOnly("Sent by the use case that has verified the proof, as the user that it belongs to.")]
[Audited("sign_in")]
[NoValidator("Sent by other use cases, with values that are checked already.")]
public sealed record OpenSession(AccountId AccountId, SignInProof Proof, string? ChallengeToken = null) : ICommand<SignInResponse>
{
    /// <summary>Without the token: whoever reads a log must not be able to use it.</summary>
    public override string ToString() => nameof(OpenSession);
}
