using CleanApi.Application.Common.Requests;

namespace CleanApi.Application.Access;

/// <summary>A public RSA key (RFC 7517, section 4; RFC 7518, section 6.3.1).</summary>
/// <param name="Kty">Key type: <c>RSA</c>.</param>
/// <param name="Use">What it is for: <c>sig</c>.</param>
/// <param name="Alg">The one algorithm that it is used with: <c>RS256</c>.</param>
/// <param name="Kid">Its name in token headers.</param>
/// <param name="N">Modulus, base64url.</param>
/// <param name="E">Exponent, base64url.</param>
public sealed record JsonWebKeyResponse(
    [property: Example("RSA")] string Kty,
    [property: Example("sig")] string Use,
    [property: Example("RS256")] string Alg,
    [property: Example("2026-01")] string Kid,
    [property: Example("sXchDaQebHnPiGvyDOAT4saGEUetSyo9MKLOoWFsueri23bOdgWp4Dy1Wl")] string N,
    [property: Example("AQAB")] string E);
