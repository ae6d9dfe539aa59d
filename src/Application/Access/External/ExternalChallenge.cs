using System.Buffers.Text;
using System.Security.Cryptography;

namespace CleanApi.Application.Access;

/// <summary>What a sign-in at a provider begins with; it must come back, or be known again, at its end.</summary>
/// <param name="State">Comes back as it is, and ties the answer to the browser (RFC 9700, section 4.7).</param>
/// <param name="Nonce">Comes back in the ID token (OpenID Connect Core 1.0, section 3.1.2.1).</param>
/// <param name="CodeVerifier">Goes with the code; before, only its hash is shown (RFC 7636).</param>
public sealed record ExternalChallenge(string State, string Nonce, string CodeVerifier)
{
    private const int SecretBytes = 32;

    /// <summary>256 random bits in base64url, 43 characters: as a nonce, and as a code verifier (RFC 7636, section 4.1).</summary>
    public static string CreateSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>Without its secrets: whoever reads a log must not be able to use them.</summary>
    public override string ToString() => nameof(ExternalChallenge);
}
