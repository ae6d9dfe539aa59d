using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>
/// Begins a sign-in with a passkey. What is answered to strangers does not depend on who asks: the authenticator knows its passkeys, and brings the one that
/// the person chooses (WebAuthn Level 3, section 14.6.2: no account can be found out). Only whoever has proved a first factor is told which there are.
/// </summary>
/// <param name="Email">For pages that ask for the address first. Not looked at.</param>
/// <param name="MfaToken">The token of the question for a second factor that the passkey is to answer.</param>
[AllowAnonymous("This is how one becomes somebody.")]
public sealed record BeginPasskeySignIn(string? Email = null, string? MfaToken = null) : IRequest<PasskeyChallenge>
{
    /// <summary>Without the token.</summary>
    public override string ToString() => nameof(BeginPasskeySignIn);
}
