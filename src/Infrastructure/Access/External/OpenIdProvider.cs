using System.Text.Json;
using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;
using Microsoft.IdentityModel.JsonWebTokens;

namespace CleanApi.Infrastructure.Access;

/// <summary>Any OpenID provider (OpenID Connect Core 1.0, authorization code flow).</summary>
internal sealed class OpenIdProvider(
    ProviderOptions options, AuthorizationRequest authorization, ProviderHttp http, ProviderDiscovery discovery, IdTokenReader idTokens) : IProvider
{
    private const string EmailVerified = "email_verified";
    private const string HostedDomain = "hd";

    /// <inheritdoc />
    public async Task<Uri> AuthorizationUrlAsync(ExternalChallenge challenge, CancellationToken cancellationToken) =>
        authorization.Url((await discovery.GetAsync(cancellationToken)).Authorization, challenge, challenge.Nonce);

    /// <inheritdoc />
    public async Task<ExternalUserInfo> IdentifyAsync(ExternalCallback callback, CancellationToken cancellationToken)
    {
        var metadata = await discovery.GetAsync(cancellationToken);
        RequireIssuer(callback, metadata);
        var code = AuthorizationRequest.RequireCode(callback);
        var tokens = await ExchangeAsync(metadata, code, callback.CodeVerifier, cancellationToken);
        var idToken = ProviderAnswer.Text(tokens, "id_token") ?? throw ProviderAnswer.Wrong("the provider gave no ID token");
        if (IdTokenReader.IsSignedByAnother(idToken, metadata))
        {
            metadata = await discovery.RefreshAsync(cancellationToken);
        }

        var verified = await idTokens.ReadAsync(idToken, callback.Nonce, metadata);
        return verified.Subject is { Length: > 0 and <= ExternalIdentity.MaxSubjectLength }
            ? await DescribeAsync(metadata, verified, ProviderAnswer.Text(tokens, "access_token"), cancellationToken)
            : throw ProviderAnswer.Wrong("the ID token has no subject");
    }

    // RFC 9207, section 2.4: also of an answer that is an error; and one that should name who answers may not leave it out.
    private static void RequireIssuer(ExternalCallback callback, ProviderMetadata metadata)
    {
        if (callback.Issuer is null ? metadata.SendsIssuer : callback.Issuer != metadata.Issuer)
        {
            throw ProviderAnswer.Wrong("another provider answered, or it did not say which");
        }
    }

    private async Task<JsonElement> ExchangeAsync(ProviderMetadata metadata, string code, string codeVerifier, CancellationToken cancellationToken)
    {
        var form = authorization.Exchange(code, codeVerifier);
        if (!metadata.TakesBasic)
        {
            (form["client_id"], form["client_secret"]) = (options.ClientId, options.ClientSecret);
        }

        var basic = metadata.TakesBasic ? (options.ClientId, options.ClientSecret) : ((string, string)?)null;
        return (await http.PostAsync(metadata.Token, form, basic, cancellationToken)).RequireJson(JsonValueKind.Object);
    }

    private async Task<ExternalUserInfo> DescribeAsync(ProviderMetadata metadata, JsonWebToken token, string? accessToken, CancellationToken cancellationToken)
    {
        var (email, name) = (IdTokenReader.Text(token, JwtRegisteredClaimNames.Email), IdTokenReader.Text(token, JwtRegisteredClaimNames.Name));
        if (email is not null || metadata.UserInfo is null || accessToken is null)
        {
            return Person(metadata, token, email, IsVerified(token), name);
        }

        var more = (await http.GetAsync(metadata.UserInfo, accessToken, cancellationToken)).RequireJson(JsonValueKind.Object);
        // OpenID Connect Core 1.0, section 5.3.4: or one person's claims could stand for another's.
        return ProviderAnswer.Text(more, JwtRegisteredClaimNames.Sub) == token.Subject
            ? Person(
                metadata, token, ProviderAnswer.Text(more, JwtRegisteredClaimNames.Email), more.TryGetProperty(EmailVerified, out var told) && IsTrue(told),
                name ?? ProviderAnswer.Text(more, JwtRegisteredClaimNames.Name))
            : throw ProviderAnswer.Wrong("what is told of the person is of another one");
    }

    private static ExternalUserInfo Person(ProviderMetadata metadata, JsonWebToken token, string? email, bool isVerified, string? name) =>
        new(metadata.Issuer, token.Subject, isVerified && EmailAddress.TryParse(email, out var address) ? address : null, name,
            IdTokenReader.Text(token, HostedDomain));

    // Some send it as text.
    private static bool IsVerified(JsonWebToken token) =>
        (token.TryGetPayloadValue<bool>(EmailVerified, out var isVerified) && isVerified) || IdTokenReader.Text(token, EmailVerified) == "true";

    private static bool IsTrue(JsonElement value) =>
        value.ValueKind == JsonValueKind.True || (value.ValueKind == JsonValueKind.String && value.ValueEquals("true"));
}
