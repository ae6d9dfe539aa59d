using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using Microsoft.IdentityModel.Tokens;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

/// <summary>Forged tokens, some signed with our own key: more than the signature is validated.</summary>
public sealed class ForgedTokenTests(AccessCluster cluster) : AccessTest(cluster)
{
    private static readonly EmailAddress Email = EmailAddress.Parse("ada@acme.test");

    private UserCaller Ada => new(TypeId.New<UserId>(Clock.GetUtcNow()), TypeId.New<OrganizationId>(Clock.GetUtcNow()), UserRole.Admin, TypeId.New<SessionId>(Clock.GetUtcNow()), 3);

    [Fact]
    public async Task A_correctly_forged_token_is_accepted()
    {
        using var key = await PrivateKeyAsync();
        (await ReadAsync(TokenForge.Change(await IssueAsync(Ada), Same, payload => payload["jti"] = "forged", Genuine(key)))).Should().NotBeNull();
    }

    [Fact]
    [Trait("Requirement", "R102")]
    public async Task A_missing_signature_and_an_HMAC_with_the_public_key_are_rejected()
    {
        var token = await IssueAsync(Ada);
        var publicKey = (await Api.Keys.SigningAsync(CancellationToken.None)).PublicKey.Parameters;
        using var rsa = RSA.Create(publicKey);
        byte[][] secrets = [rsa.ExportSubjectPublicKeyInfo(), rsa.ExportRSAPublicKey(), System.Text.Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem()), publicKey.Modulus!];
        foreach (var algorithm in new[] { "none", "None", "" })
        {
            await ShouldBeRejectedAsync(TokenForge.Change(token, header => header["alg"] = algorithm, Same, _ => []));
            await ShouldBeRejectedAsync(TokenForge.Change(token, header => header["alg"] = algorithm, Same, Genuine(await PrivateKeyAsync())));
        }

        foreach (var secret in secrets)
        {
            await ShouldBeRejectedAsync(TokenForge.Change(token, header => header["alg"] = "HS256", Same, bytes => HMACSHA256.HashData(secret, bytes)));
        }
    }

    [Fact]
    [Trait("Requirement", "R102")]
    public async Task Our_key_with_another_algorithm_is_rejected()
    {
        var token = await IssueAsync(Ada);
        using var key = await PrivateKeyAsync();
        await ShouldBeRejectedAsync(TokenForge.Change(token, header => header["alg"] = "RS512", Same, bytes => key.SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1)));
        await ShouldBeRejectedAsync(TokenForge.Change(token, header => header["alg"] = "PS256", Same, bytes => key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)));
    }

    [Fact]
    public async Task A_key_embedded_in_the_token_is_rejected()
    {
        var token = await IssueAsync(Ada);
        using var own = RSA.Create(2048);
        var jwk = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(own.ExportParameters(false)))));
        await ShouldBeRejectedAsync(TokenForge.Change(token, Same, Same, TokenForge.With(own)));
        await ShouldBeRejectedAsync(TokenForge.Change(token, header => header["jwk"] = jwk!.DeepClone(), Same, TokenForge.With(own)));
        await ShouldBeRejectedAsync(TokenForge.Change(token, header => header["kid"] = "other", Same, TokenForge.With(own)));
        await ShouldBeRejectedAsync(TokenForge.Change(token, header => header.Remove("kid"), Same, TokenForge.With(own)));
    }

    [Theory]
    [InlineData("jku", "https://evil.test/jwks")]
    [InlineData("x5u", "https://evil.test/cert")]
    [InlineData("jwk", "{}")]
    [InlineData("crit", "exp")]
    public async Task A_forbidden_header_is_rejected_even_with_our_signature(string name, string value)
    {
        using var key = await PrivateKeyAsync();
        await ShouldBeRejectedAsync(TokenForge.Change(await IssueAsync(Ada), header => header[name] = value, Same, Genuine(key)));
    }

    [Theory]
    [Trait("Requirement", "R103")]
    [Trait("Requirement", "R104")]
    [InlineData("type", "refresh")]
    [InlineData("iss", "https://evil.test")]
    [InlineData("aud", "another")]
    [InlineData("role", "OWNER")]
    [InlineData("role", "admin")]
    [InlineData("sub", "org_01h455vb4pex5vsknk084sn02q")]
    [InlineData("sid", "")]
    [InlineData("stamp", "three")]
    public async Task A_wrong_claim_is_rejected_even_with_our_signature(string name, string value)
    {
        using var key = await PrivateKeyAsync();
        await ShouldBeRejectedAsync(TokenForge.Change(await IssueAsync(Ada), Same, payload => payload[name] = value, Genuine(key)));
    }

    [Theory]
    [InlineData("sub")]
    [InlineData("org")]
    [InlineData("sid")]
    [InlineData("stamp")]
    [InlineData("role")]
    [InlineData("type")]
    [InlineData("iss")]
    [InlineData("aud")]
    [InlineData("exp")]
    [InlineData("nbf")]
    public async Task A_missing_claim_is_rejected_even_with_our_signature(string name)
    {
        using var key = await PrivateKeyAsync();
        await ShouldBeRejectedAsync(TokenForge.Change(await IssueAsync(Ada), Same, payload => payload.Remove(name), Genuine(key)));
    }

    [Theory]
    [Trait("Requirement", "R104")]
    [InlineData("JWT")]
    [InlineData("application/at+jwt")]
    [InlineData("")]
    public async Task Another_token_type_is_rejected_even_with_our_signature(string type)
    {
        using var key = await PrivateKeyAsync();
        await ShouldBeRejectedAsync(TokenForge.Change(await IssueAsync(Ada), header => header["typ"] = type, Same, Genuine(key)));
    }

    [Fact]
    public async Task A_modified_payload_is_rejected_even_when_the_genuine_token_is_cached()
    {
        var token = await IssueAsync(Ada with { Role = UserRole.Viewer });
        await ReadAsync(token);
        var parts = TokenForge.Change(token, Same, payload => payload["role"] = "ADMIN", _ => []).Split('.');
        await ShouldBeRejectedAsync($"{parts[0]}.{parts[1]}.{token.Split('.')[2]}");
    }

    private static void Same(JsonObject part)
    {
    }

    private static Func<byte[], byte[]> Genuine(RSA key) => TokenForge.With(key);

    private async Task<RSA> PrivateKeyAsync() =>
        RSA.Create(((RsaSecurityKey)(await Api.Keys.SigningAsync(CancellationToken.None)).Credentials!.Key).Parameters);

    private async Task<string> IssueAsync(UserCaller caller) => (await Api.Issuer.IssueAsync(caller, Email, TimeSpan.FromDays(7), CancellationToken.None)).Value;

    private async Task<UserCaller?> ReadAsync(string token) => await Api.Reader.ReadAsync(token, CancellationToken.None);

    private async Task ShouldBeRejectedAsync(string token) => (await ReadAsync(token)).Should().BeNull();
}
