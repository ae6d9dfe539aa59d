using System.Text.Json;
using CleanApi.Domain.Errors;
using Microsoft.IdentityModel.Tokens;

namespace CleanApi.Infrastructure.Access;

/// <summary>What a provider says of itself (OpenID Connect Discovery 1.0, section 3), as far as it is used, and its keys.</summary>
/// <param name="Issuer">What it calls itself.</param>
/// <param name="Authorization">Where browsers are sent.</param>
/// <param name="Token">Where codes are exchanged.</param>
/// <param name="UserInfo">Where more is told of a person; null when nowhere.</param>
/// <param name="KeysAddress">Where its keys are.</param>
/// <param name="SendsIssuer">Whether its answers say who answers (RFC 9207).</param>
/// <param name="TakesBasic">Whether a client proves itself by basic authentication; else in the form.</param>
/// <param name="Keys">Its keys.</param>
internal sealed record ProviderMetadata(
    string Issuer, Uri Authorization, Uri Token, Uri? UserInfo, Uri KeysAddress, bool SendsIssuer, bool TakesBasic, IReadOnlyList<SecurityKey> Keys)
{
    private const string Basic = "client_secret_basic";

    /// <summary>Reads the document; the keys are to be read yet.</summary>
    /// <param name="json">The document.</param>
    /// <param name="authority">Whose it has to be, to the letter: or one provider could speak for another.</param>
    /// <exception cref="UpstreamError">It is not right.</exception>
    public static ProviderMetadata Read(JsonElement json, string authority)
    {
        if (ProviderAnswer.Text(json, "issuer") is not { } issuer || issuer != authority)
        {
            throw new UpstreamError("The sign-in provider's description names another issuer than Auth__External says");
        }

        return new ProviderMetadata(
            issuer,
            Required(json, "authorization_endpoint"),
            Required(json, "token_endpoint"),
            ProviderAnswer.Text(json, "userinfo_endpoint") is null ? null : Required(json, "userinfo_endpoint"),
            Required(json, "jwks_uri"),
            json.TryGetProperty("authorization_response_iss_parameter_supported", out var sends) && sends.ValueKind == JsonValueKind.True,
            TakesBasicOf(json),
            []);
    }

    private static bool TakesBasicOf(JsonElement json) =>
        !json.TryGetProperty("token_endpoint_auth_methods_supported", out var methods) || methods.ValueKind != JsonValueKind.Array
        || methods.EnumerateArray().Any(method => method.ValueKind == JsonValueKind.String && method.ValueEquals(Basic));

    private static Uri Required(JsonElement json, string name) =>
        Uri.TryCreate(ProviderAnswer.Text(json, name), UriKind.Absolute, out var address) && ProviderAddress.IsSafe(address)
            ? address
            : throw new UpstreamError($"The sign-in provider's description has no {name} that can be trusted");
}
