using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Idempotency;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>Signs in with a passkey, which counts as two factors: the authenticator and its user verification.</summary>
/// <param name="Token">From the beginning of the sign-in; valid once.</param>
/// <param name="Credential">The browser's PublicKeyCredential as JSON (WebAuthn Level 3, section 5.1: AuthenticationResponseJSON).</param>
/// <param name="MfaToken">The token of the MFA challenge that it answers; null where there is none.</param>
[AllowAnonymous("The caller signs in with this request.")]
[Audited(SessionCreator.Action)]
[ManagesTransaction("A failed attempt consumes the challenge too.")]
[NotReplayed("The tokens of a session are for whoever has signed in, at that moment.")]
public sealed record SignInWithPasskey(
    string? Token, [property: DataType("PublicKeyCredential"), Example(SignInWithPasskey.ExampleCredential)] JsonElement Credential, string? MfaToken = null)
    : ICommand<SignInResponse>
{
    internal const string ExampleCredential =
        """
        {"id":"Zm9vYmFy","rawId":"Zm9vYmFy","type":"public-key","clientExtensionResults":{},
        "response":{"clientDataJSON":"eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0","authenticatorData":"SZYN5YgOjGh0NBcP","signature":"MEUCIQ"}}
        """;

    /// <summary>Without the token.</summary>
    public override string ToString() => nameof(SignInWithPasskey);
}
