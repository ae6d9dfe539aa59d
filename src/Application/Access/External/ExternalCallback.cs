namespace CleanApi.Application.Access;

/// <summary>What came back from a provider (RFC 6749, section 4.1.2), and what it has to fit.</summary>
/// <param name="Code">The authorization code; null where there is an error.</param>
/// <param name="Error">The provider's error code; null where there is a code.</param>
/// <param name="Issuer">Who says that it answers (RFC 9207); null where it does not say.</param>
/// <param name="Nonce">What the ID token has to carry.</param>
/// <param name="CodeVerifier">Goes with the code.</param>
public sealed record ExternalCallback(string? Code, string? Error, string? Issuer, string Nonce, string CodeVerifier)
{
    /// <summary>Without its secrets: whoever reads a log must not be able to use them.</summary>
    public override string ToString() => nameof(ExternalCallback);
}
