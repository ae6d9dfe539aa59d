using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using System.Text.Json;

namespace CleanApi.Application.Access;

/// <summary>Signs in with a passkey, which is two factors at once: the authenticator, and how it has verified the person.</summary>
/// <param name="Token">From the beginning of the sign-in; good for one use.</param>
/// <param name="Credential">The browser's PublicKeyCredential as JSON (WebAuthn Level 3, section 5.1: AuthenticationResponseJSON).</param>
/// <param name="MfaToken">The token of the MFA challenge that it answers; null where there is none.</param>
[AllowAnonymous("This is how one signs in.")]
[Audited(SessionCreator.Action)]
[ManagesTransaction("The attempt uses the challenge up, whatever comes of it.")]
public sealed record SignInWithPasskey(string? Token, JsonElement Credential, string? MfaToken = null) : ICommand<SignInResponse>
{
    /// <summary>Without the token.</summary>
    public override string ToString() => nameof(SignInWithPasskey);
}
