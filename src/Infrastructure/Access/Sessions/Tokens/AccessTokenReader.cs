using CleanApi.Application.Access;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// Validates access tokens: one algorithm, type, issuer and audience (RFC 8725, sections 3.1 and 3.11), and only keys from our database, found by key id. A
/// token whose header carries a key or a key's address is rejected.
/// </summary>
internal sealed class AccessTokenReader(SigningKeys keys, AccessSettings settings, VerificationMeter meter, TimeProvider clock) : IAccessTokenReader
{
    private const int MaxLength = 4096;
    private const int CachedTokens = 10_000;

    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MaxLength };

    // RFC 7515, section 4.1: headers that name a key, or that a verifier would have to process. Our tokens have none of them.
    private static readonly string[] RejectedHeaders = ["jku", "jwk", "x5u", "x5c", "x5t", "x5t#S256", "crit", "zip", "b64", "enc"];

    private readonly VerifiedCache<VerifiedToken> cache = new(CachedTokens);

    /// <inheritdoc />
    public ValueTask<UserCaller?> ReadAsync(string token, CancellationToken cancellationToken)
    {
        var isKnown = cache.TryGet(token, out var verified);
        meter.Look("access_tokens", isKnown);
        return isKnown ? ValueTask.FromResult(CallerIfValid(verified!)) : new ValueTask<UserCaller?>(VerifyAsync(token, cancellationToken));
    }

    private UserCaller? CallerIfValid(VerifiedToken verified) => verified.IsValidAt(clock.GetUtcNow()) ? verified.Caller : null;

    private async Task<UserCaller?> VerifyAsync(string token, CancellationToken cancellationToken)
    {
        if (Parse(token) is not { } parsed || parsed.Alg != SecurityAlgorithms.RsaSha256 || parsed.Typ != AccessTokenClaims.MediaType || HasRejectedHeader(parsed)
            || await keys.FindAsync(parsed.Kid, cancellationToken) is not { } key)
        {
            return null;
        }

        var result = await Handler.ValidateTokenAsync(parsed, ParametersFor(key));
        if (!result.IsValid || ReadCaller(parsed) is not { } caller)
        {
            return null;
        }

        var verified = new VerifiedToken(caller, new DateTimeOffset(parsed.ValidFrom, TimeSpan.Zero), new DateTimeOffset(parsed.ValidTo, TimeSpan.Zero));
        if (CallerIfValid(verified) is null)
        {
            return null;
        }

        cache.Add(token, verified);
        return caller;
    }

    private TokenValidationParameters ParametersFor(KeyPair key) => new()
    {
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        ValidTypes = [AccessTokenClaims.MediaType],
        ValidIssuer = settings.Issuer,
        ValidAudience = settings.Audience,
        IssuerSigningKey = key.PublicKey,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        // Only presence is checked here; the times are compared with the injected clock afterwards.
        RequireExpirationTime = true,
        LifetimeValidator = static (notBefore, expires, _, _) => notBefore is not null && expires is not null,
    };

    private static JsonWebToken? Parse(string token)
    {
        if (token.Length > MaxLength || !Handler.CanReadToken(token))
        {
            return null;
        }

        try
        {
            var parsed = Handler.ReadJsonWebToken(token);
            return parsed.IsEncrypted || !parsed.IsSigned || string.IsNullOrEmpty(parsed.Kid) ? null : parsed;
        }
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenException)
        {
            // Three parts that are not base64url-encoded JSON.
            return null;
        }
    }

    private static bool HasRejectedHeader(JsonWebToken token) => Array.Exists(RejectedHeaders, name => token.TryGetHeaderValue<object>(name, out _));

    private static UserCaller? ReadCaller(JsonWebToken token) =>
        Text(token, AccessTokenClaims.Type) == AccessTokenClaims.Access
        && TypeId.TryParse<UserId>(Text(token, AccessTokenClaims.Subject), out var user)
        && TypeId.TryParse<OrganizationId>(Text(token, AccessTokenClaims.Organization), out var organization)
        && TypeId.TryParse<SessionId>(Text(token, AccessTokenClaims.Session), out var session)
        && RoleNames.TryParse(Text(token, AccessTokenClaims.Role), out var role)
        && token.TryGetPayloadValue<int>(AccessTokenClaims.Stamp, out var stamp)
            ? new UserCaller(user, organization, role, session, stamp)
            {
                MfaEnrollmentRequired = token.TryGetClaim(AccessTokenClaims.Restricted, out _),
                // As long as a request with it is accepted: a connection that ended before would be opened again at once, and end again.
                ExpiresAt = new DateTimeOffset(token.ValidTo, TimeSpan.Zero) + VerifiedToken.ClockSkew,
            }
            : null;

    private static string? Text(JsonWebToken token, string claim) => token.TryGetPayloadValue<string>(claim, out var value) ? value : null;
}
