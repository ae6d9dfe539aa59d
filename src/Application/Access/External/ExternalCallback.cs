namespace CleanApi.Application.Access;

/// <summary>The authorization response of a provider (RFC 6749, section 4.1.2), with the expected nonce and the code verifier.</summary>
/// <param name="Code">The authorization code; null with an error.</param>
/// <param name="Error">The provider's error code; null with an authorization code.</param>
/// <param name="Issuer">The issuer identifier (RFC 9207); null when the provider sends none.</param>
/// <param name="Nonce">The nonce that the ID token must have.</param>
/// <param name="CodeVerifier">The PKCE code verifier.</param>
public sealed record ExternalCallback(string? Code, string? Error, string? Issuer, string Nonce, string CodeVerifier)
{
    /// <summary>Without the secrets, which must not reach a log.</summary>
    public override string ToString() => nameof(ExternalCallback);
}
