using System.Buffers.Text;
using System.Security.Cryptography;

namespace CleanApi.Application.Access;

/// <summary>The secrets of an authorization request.</summary>
/// <param name="State">Returned by the provider; protects against CSRF (RFC 9700, section 4.7).</param>
/// <param name="Nonce">Returned in the ID token (OpenID Connect Core 1.0, section 3.1.2.1).</param>
/// <param name="CodeVerifier">The PKCE code verifier; the authorization request has only its hash (RFC 7636).</param>
public sealed record ExternalChallenge(string State, string Nonce, string CodeVerifier)
{
    private const int SecretBytes = 32;

    /// <summary>Generates 256 random bits in base64url, 43 characters: a nonce or a code verifier (RFC 7636, section 4.1).</summary>
    public static string CreateSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>Without the secrets, which must not reach a log.</summary>
    public override string ToString() => nameof(ExternalChallenge);
}
