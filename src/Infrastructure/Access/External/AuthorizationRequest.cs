using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CleanApi.Application.Access;
using Microsoft.AspNetCore.WebUtilities;

namespace CleanApi.Infrastructure.Access;

/// <summary>The two halves of a code flow with PKCE (RFC 6749, section 4.1; RFC 7636), the same for all providers.</summary>
/// <param name="options">The provider's settings.</param>
/// <param name="redirectUri">Where the provider sends the browser back to; each has its own (RFC 9700, section 4.4.2).</param>
internal sealed class AuthorizationRequest(ProviderOptions options, Uri redirectUri)
{
    /// <summary>Where to send the browser.</summary>
    /// <param name="endpoint">The provider's authorization endpoint.</param>
    /// <param name="challenge">What has to come back.</param>
    /// <param name="nonce">Goes into the ID token; null where there is none.</param>
    public Uri Url(Uri endpoint, ExternalChallenge challenge, string? nonce)
    {
        Dictionary<string, string?> parameters = new(StringComparer.Ordinal)
        {
            ["response_type"] = "code",
            ["client_id"] = options.ClientId,
            ["redirect_uri"] = redirectUri.AbsoluteUri,
            ["scope"] = options.Scopes,
            ["state"] = challenge.State,
            ["nonce"] = nonce,
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(challenge.CodeVerifier))),
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in options.Extras)
        {
            parameters[name] = value;
        }

        return new Uri(QueryHelpers.AddQueryString(endpoint.AbsoluteUri, parameters.Where(parameter => parameter.Value is not null)));
    }

    /// <summary>What goes to the token endpoint, without the client's credentials.</summary>
    public Dictionary<string, string> Exchange(string code, string codeVerifier) => new(StringComparer.Ordinal)
    {
        ["grant_type"] = "authorization_code",
        ["code"] = code,
        ["redirect_uri"] = redirectUri.AbsoluteUri,
        ["code_verifier"] = codeVerifier,
    };

    /// <summary>The code that came back.</summary>
    /// <exception cref="ExternalSignInException">The person or the provider refused.</exception>
    public static string RequireCode(ExternalCallback callback) => callback switch
    {
        { Error: "access_denied" } => throw new ExternalSignInException(ExternalSignInErrorCode.AccessDenied, "the person or the provider said no"),
        { Error: not null } => throw ProviderAnswer.Wrong("the provider sent an error instead of a code"),
        { Code: { Length: > 0 } code } => code,
        _ => throw ProviderAnswer.Wrong("the provider sent neither a code nor an error"),
    };
}
