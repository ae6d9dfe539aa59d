using System.Text.Json;

namespace CleanApi.Application.Access;

/// <summary>The state of a pending external sign-in, stored encrypted.</summary>
/// <param name="Provider">The provider; a callback of another one is rejected (mix-up attack: RFC 9700, section 4.4.2).</param>
/// <param name="Nonce">The nonce that the ID token must have.</param>
/// <param name="CodeVerifier">The PKCE code verifier.</param>
/// <param name="BrowserHash">SHA-256 of the secret in the browser's cookie.</param>
/// <param name="ReturnUrl">Where to redirect to afterwards; null for the default page.</param>
/// <param name="Link">The user to link the identity to; null for a sign-in.</param>
internal sealed record ExternalSignInState(
    string Provider, string Nonce, string CodeVerifier, byte[] BrowserHash, string? ReturnUrl, ExternalLink? Link)
{
    /// <summary>Serializes to the payload of a token.</summary>
    public string Serialize() => JsonSerializer.Serialize(this);

    /// <summary>Deserializes the payload of a token.</summary>
    public static ExternalSignInState Deserialize(string payload) => JsonSerializer.Deserialize<ExternalSignInState>(payload)!;

    /// <summary>Without the secrets, which must not reach a log.</summary>
    public override string ToString() => nameof(ExternalSignInState);
}
