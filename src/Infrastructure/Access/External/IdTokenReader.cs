using System.Security.Cryptography;
using System.Text;
using CleanApi.Application.Access;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CleanApi.Infrastructure.Access;

/// <summary>Verifies ID tokens (OpenID Connect Core 1.0, section 3.1.3.7): signature, issuer, audience, times and nonce.</summary>
/// <param name="clientId">For whom they have to be.</param>
/// <param name="clock">The time.</param>
internal sealed class IdTokenReader(string clientId, TimeProvider clock)
{
    private const int MaxLength = 16 * 1024;

    // What clocks of two services may differ by.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MaxLength };

    // Public keys only: with a shared secret, or none, whoever asks could also answer (RFC 8725, sections 3.1 and 3.2).
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384,
        SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>Whether none of the keys has the name that the token is signed with: the provider may have others by now.</summary>
    public static bool IsSignedByAnother(string token, ProviderMetadata metadata) =>
        token.Length <= MaxLength && Handler.CanReadToken(token) && Parse(token) is { Kid: { Length: > 0 } kid }
        && metadata.Keys.All(key => key.KeyId != kid);

    /// <summary>The token, verified.</summary>
    /// <exception cref="ExternalSignInException">It is not right.</exception>
    public async Task<JsonWebToken> ReadAsync(string token, string nonce, ProviderMetadata metadata)
    {
        var result = await Handler.ValidateTokenAsync(token, Parameters(metadata));
        if (!result.IsValid || result.SecurityToken is not JsonWebToken verified)
        {
            throw ProviderAnswer.Wrong($"the ID token does not hold: {result.Exception?.GetType().Name}", result.Exception);
        }

        if (!IsSame(Text(verified, JwtRegisteredClaimNames.Nonce), nonce))
        {
            throw ProviderAnswer.Wrong("the ID token belongs to another sign-in: the nonce differs");
        }

        // Who is named there is whom the token was made for; several audiences need it.
        var authorized = Text(verified, JwtRegisteredClaimNames.Azp);
        return authorized == clientId || (authorized is null && verified.Audiences.Count() == 1)
            ? verified
            : throw ProviderAnswer.Wrong("the ID token was made for another client");
    }

    /// <summary>A claim that is text; null when it is missing or anything else.</summary>
    public static string? Text(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<string>(claim, out var value) && value is { Length: > 0 } ? value : null;

    private TokenValidationParameters Parameters(ProviderMetadata metadata) => new()
    {
        ValidAlgorithms = Algorithms,
        ValidIssuer = metadata.Issuer,
        ValidAudience = clientId,
        IssuerSigningKeys = metadata.Keys,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, _, _) => IsNow(notBefore, expires),
    };

    private bool IsNow(DateTime? notBefore, DateTime? expires)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + Skew && (notBefore is not { } begin || now > begin - Skew);
    }

    private static JsonWebToken? Parse(string token)
    {
        try
        {
            return Handler.ReadJsonWebToken(token);
        }
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenException)
        {
            // Three parts that are not JSON in base64url: that it does not hold is found again where it is verified.
            return null;
        }
    }

    private static bool IsSame(string? one, string other) =>
        one is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
