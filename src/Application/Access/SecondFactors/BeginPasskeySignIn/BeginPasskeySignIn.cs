using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Idempotency;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>
/// Begins a sign-in with a passkey. The response to an anonymous request does not depend on the account: the authenticator knows its passkeys and offers them
/// (WebAuthn Level 3, section 14.6.2). Only the answer to an MFA challenge, whose first factor is proved, names the account's passkeys.
/// </summary>
/// <param name="Email">For pages that ask for the address first. Ignored.</param>
/// <param name="MfaToken">The token of the MFA challenge that the passkey answers.</param>
[AllowAnonymous("The caller signs in with this request.")]
[NotAudited("It only issues a challenge; the sign-in is audited.")]
[ManagesTransaction("Storing the challenge is a single insert.")]
[NotReplayed("A challenge is for one attempt.")]
public sealed record BeginPasskeySignIn([property: Example("ada@acme.test")] string? Email = null, string? MfaToken = null) : ICommand<PasskeyChallenge>
{
    /// <summary>Without the token.</summary>
    public override string ToString() => nameof(BeginPasskeySignIn);
}
