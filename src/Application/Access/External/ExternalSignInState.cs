using System.Text.Json;

namespace CleanApi.Application.Access;

/// <summary>What is kept, encrypted, of a sign-in that is under way at a provider.</summary>
/// <param name="Provider">Where it was begun: an answer that comes back for another provider is none (RFC 9700, section 4.4.2).</param>
/// <param name="Nonce">What the ID token has to carry.</param>
/// <param name="CodeVerifier">Goes with the code.</param>
/// <param name="BrowserHash">SHA-256 of the secret that the browser's cookie holds.</param>
/// <param name="ReturnUrl">Where to go afterwards; null: the usual page.</param>
/// <param name="Link">Whose account the identity is linked to; null: somebody signs in.</param>
internal sealed record ExternalSignInState(
    string Provider, string Nonce, string CodeVerifier, byte[] BrowserHash, string? ReturnUrl, ExternalLink? Link)
{
    /// <summary>As it is stored.</summary>
    public string Serialize() => JsonSerializer.Serialize(this);

    /// <summary>As it was.</summary>
    public static ExternalSignInState Deserialize(string payload) => JsonSerializer.Deserialize<ExternalSignInState>(payload)!;

    /// <summary>Without its secrets: whoever reads a log must not be able to use them.</summary>
    public override string ToString() => nameof(ExternalSignInState);
}
