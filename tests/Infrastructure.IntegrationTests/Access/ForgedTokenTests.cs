using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using Microsoft.IdentityModel.Tokens;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

/// <summary>Tokens that only look like ours, some of them signed with our own key: the signature is never the only thing that is checked.</summary>
public sealed class ForgedTokenTests(AccessCluster cluster) : AccessTest(cluster)
{
    private static readonly EmailAddress Email = EmailAddress.Parse("ada@acme.test");

    private Caller Ada => new(TypeId.New<UserId>(Clock.GetUtcNow()), TypeId.New<OrganizationId>(Clock.GetUtcNow()), UserRole.Admin, TypeId.New<SessionId>(Clock.GetUtcNow()), 3);

    [Fact]
    public async Task The_forge_can_make_one_that_is_accepted()
    {
        using var key = await PrivateKeyAsync();
        (await ReadAsync(TokenForge.Change(await IssueAsync(Ada), Same, payload => payload["jti"] = "forged", Genuine(key)))).Should().NotBeNull();
    }

    [Fact]
    [Trait("Requirement", "R102")]
    public async Task No_signature_and_no_signature_by_the_public_key_is_accepted()
    {
        var token = await IssueAsync(Ada);
        var publicKey = (await Api.Keys.SigningAsync(CancellationToken.None)).PublicKey.Parameters;
        using var rsa = RSA.Create(publicKey);
        byte[][] secrets = [rsa.ExportSubjectPublicKeyInfo(), rsa.ExportRSAPublicKey(), System.Text.Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem()), publicKey.Modulus!];
        foreach (var algorithm in new[] { "none", "None", "" })
        {
            await RefusedAsync(TokenForge.Change(token, header => header["alg"] = algorithm, Same, _ => []));
            await RefusedAsync(TokenForge.Change(token, header => header["alg"] = algorithm, Same, Genuine(await PrivateKeyAsync())));
        }

        foreach (var secret in secrets)
        {
            await RefusedAsync(TokenForge.Change(token, header => header["alg"] = "HS256", Same, bytes => HMACSHA256.HashData(secret, bytes)));
        }
    }

    [Fact]
    [Trait("Requirement", "R102")]
    public async Task Our_own_key_with_another_algorithm_is_refused()
    {
        var token = await IssueAsync(Ada);
        using var key = await PrivateKeyAsync();
        await RefusedAsync(TokenForge.Change(token, header => header["alg"] = "RS512", Same, bytes => key.SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1)));
        await RefusedAsync(TokenForge.Change(token, header => header["alg"] = "PS256", Same, bytes => key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)));
    }

    [Fact]
    public async Task A_key_that_the_token_brings_along_is_not_ours()
    {
        var token = await IssueAsync(Ada);
        using var own = RSA.Create(2048);
        var jwk = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(own.ExportParameters(false)))));
        await RefusedAsync(TokenForge.Change(token, Same, Same, TokenForge.With(own)));
        await RefusedAsync(TokenForge.Change(token, header => header["jwk"] = jwk!.DeepClone(), Same, TokenForge.With(own)));
        await RefusedAsync(TokenForge.Change(token, header => header["kid"] = "other", Same, TokenForge.With(own)));
        await RefusedAsync(TokenForge.Change(token, header => header.Remove("kid"), Same, TokenForge.With(own)));
    }

    [Theory]
    [InlineData("jku", "https://evil.test/jwks")]
    [InlineData("x5u", "https://evil.test/cert")]
    [InlineData("jwk", "{}")]
    [InlineData("crit", "exp")]
    public async Task A_header_that_ours_never_have_is_refused_even_with_our_signature(string name, string value)
    {
        using var key = await PrivateKeyAsync();
        await RefusedAsync(TokenForge.Change(await IssueAsync(Ada), header => header[name] = value, Same, Genuine(key)));
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
    public async Task A_claim_of_another_value_is_refused_even_with_our_signature(string name, string value)
    {
        using var key = await PrivateKeyAsync();
        await RefusedAsync(TokenForge.Change(await IssueAsync(Ada), Same, payload => payload[name] = value, Genuine(key)));
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
    public async Task A_claim_that_is_missing_is_refused_even_with_our_signature(string name)
    {
        using var key = await PrivateKeyAsync();
        await RefusedAsync(TokenForge.Change(await IssueAsync(Ada), Same, payload => payload.Remove(name), Genuine(key)));
    }

    [Theory]
    [Trait("Requirement", "R104")]
    [InlineData("JWT")]
    [InlineData("application/at+jwt")]
    [InlineData("")]
    public async Task Another_kind_of_token_is_refused_even_with_our_signature(string type)
    {
        using var key = await PrivateKeyAsync();
        await RefusedAsync(TokenForge.Change(await IssueAsync(Ada), header => header["typ"] = type, Same, Genuine(key)));
    }

    [Fact]
    public async Task A_changed_payload_is_refused_also_after_the_genuine_token_was_seen()
    {
        var token = await IssueAsync(Ada with { Role = UserRole.Viewer });
        await ReadAsync(token);
        var parts = TokenForge.Change(token, Same, payload => payload["role"] = "ADMIN", _ => []).Split('.');
        await RefusedAsync($"{parts[0]}.{parts[1]}.{token.Split('.')[2]}");
    }

    private static void Same(JsonObject part)
    {
    }

    private static Func<byte[], byte[]> Genuine(RSA key) => TokenForge.With(key);

    private async Task<RSA> PrivateKeyAsync() =>
        RSA.Create(((RsaSecurityKey)(await Api.Keys.SigningAsync(CancellationToken.None)).Credentials!.Key).Parameters);

    private async Task<string> IssueAsync(Caller caller) => (await Api.Issuer.IssueAsync(caller, Email, CancellationToken.None)).Value;

    private async Task<Caller?> ReadAsync(string token) => await Api.Reader.ReadAsync(token, CancellationToken.None);

    private async Task RefusedAsync(string token) => (await ReadAsync(token)).Should().BeNull();
}
