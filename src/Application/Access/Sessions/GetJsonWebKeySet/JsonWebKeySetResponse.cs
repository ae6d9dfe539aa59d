namespace CleanApi.Application.Access;

/// <summary>A JWK Set (RFC 7517, section 5).</summary>
/// <param name="Keys">The keys.</param>
public sealed record JsonWebKeySetResponse(IReadOnlyList<JsonWebKeyResponse> Keys);
