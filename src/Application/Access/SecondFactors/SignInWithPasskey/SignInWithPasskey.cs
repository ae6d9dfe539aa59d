using System.Text.Json;
using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>
/// Signs in with a passkey, which is two factors at once: the authenticator, and what it has verified the person by. Not a command: a challenge is used up by
/// the attempt, whatever becomes of it; <see cref="OpenSession"/> is the command, and what is audited.
/// </summary>
/// <param name="Token">From the beginning of the sign-in; good for one use.</param>
/// <param name="Credential">The browser's PublicKeyCredential as JSON (WebAuthn Level 3, section 5.1: AuthenticationResponseJSON).</param>
/// <param name="MfaToken">The token of the question for a second factor that it answers; where the sign-in began with one.</param>
[AllowAnonymous("This is how one becomes somebody.")]
public sealed record SignInWithPasskey(string? Token, JsonElement Credential, string? MfaToken = null) : IRequest<SignInResponse>
{
    /// <summary>Without the token.</summary>
    public override string ToString() => nameof(SignInWithPasskey);
}
