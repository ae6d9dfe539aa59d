using CleanApi.Application.Access;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace CleanApi.Infrastructure.Access;

/// <summary>Issues JWT access tokens (RFC 9068), signed with RS256.</summary>
internal sealed class AccessTokenIssuer(SigningKeys keys, AccessSettings settings, TimeProvider clock) : IAccessTokenIssuer
{
    private const int IdBytes = 16;

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <inheritdoc />
    public async Task<AccessToken> IssueAsync(UserCaller caller, EmailAddress email, TimeSpan maxLifetime, CancellationToken cancellationToken)
    {
        var key = await keys.SigningAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var lifetime = maxLifetime < settings.AccessTokenLifetime ? maxLifetime : settings.AccessTokenLifetime;
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [AccessTokenClaims.Subject] = caller.UserId.ToString(),
            [AccessTokenClaims.Email] = email.Value,
            [AccessTokenClaims.Role] = RoleNames.Of(caller.Role),
            [AccessTokenClaims.Type] = AccessTokenClaims.Access,
            [AccessTokenClaims.Organization] = caller.OrganizationId.ToString(),
            [AccessTokenClaims.Session] = caller.SessionId.ToString(),
            [AccessTokenClaims.Stamp] = caller.SecurityStamp,
            [AccessTokenClaims.Id] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes)),
        };
        if (caller.MfaEnrollmentRequired)
        {
            claims[AccessTokenClaims.Restricted] = true;
        }

        var token = Handler.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = AccessTokenClaims.MediaType,
            Issuer = settings.Issuer,
            Audience = settings.Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + lifetime,
            SigningCredentials = key.Credentials,
            Claims = claims,
        });
        return new AccessToken(token, lifetime);
    }
}
