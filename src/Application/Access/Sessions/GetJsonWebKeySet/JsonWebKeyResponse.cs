namespace CleanApi.Application.Access;

/// <summary>A public RSA key (RFC 7517, section 4; RFC 7518, section 6.3.1).</summary>
/// <param name="Kty">Key type: <c>RSA</c>.</param>
/// <param name="Use">What it is for: <c>sig</c>.</param>
/// <param name="Alg">The one algorithm that it is used with: <c>RS256</c>.</param>
/// <param name="Kid">Its name in token headers.</param>
/// <param name="N">Modulus, base64url.</param>
/// <param name="E">Exponent, base64url.</param>
public sealed record JsonWebKeyResponse(string Kty, string Use, string Alg, string Kid, string N, string E);
