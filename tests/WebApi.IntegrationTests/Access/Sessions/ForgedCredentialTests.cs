using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>Forged tokens over HTTP: everything an attacker can create from public information.</summary>
public sealed class ForgedCredentialTests(AuthApi api) : IClassFixture<AuthApi>
{
    private static readonly RSA Own = RSA.Create(2048);

    [Theory]
    [Trait("Requirement", "R102")]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("NONE")]
    [InlineData("")]
    public async Task No_signature_is_no_credential(string algorithm)
    {
        var (header, payload, _) = await PartsAsync();
        header["alg"] = algorithm;
        await ShouldBeRejectedAsync($"{Encode(header)}.{Encode(payload)}.");
    }

    [Fact]
    [Trait("Requirement", "R102")]
    public async Task The_public_key_is_no_shared_secret()
    {
        var (header, payload, _) = await PartsAsync();
        header["alg"] = "HS256";
        using var set = await api.Anonymous.GetAsync("/.well-known/openid-configuration/jwks");
        var key = (await set.JsonAsync()).At("keys").EnumerateArray().First(key => key.Text("kid") == (string?)header["kid"]);
        using var rsa = RSA.Create(new RSAParameters { Modulus = WebEncoders.Base64UrlDecode(key.Text("n")!), Exponent = WebEncoders.Base64UrlDecode(key.Text("e")!) });
        var signed = $"{Encode(header)}.{Encode(payload)}";
        byte[][] secrets =
        [
            rsa.ExportSubjectPublicKeyInfo(), rsa.ExportRSAPublicKey(), Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem()),
            Encoding.ASCII.GetBytes(rsa.ExportRSAPublicKeyPem()), rsa.ExportParameters(false).Modulus!, Encoding.ASCII.GetBytes(key.GetRawText()),
        ];
        foreach (var secret in secrets)
        {
            await ShouldBeRejectedAsync($"{signed}.{WebEncoders.Base64UrlEncode(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed)))}");
        }
    }

    [Theory]
    [Trait("Requirement", "R102")]
    [Trait("Requirement", "R103")]
    [InlineData("kid", "another")]
    [InlineData("kid", "../../dev/null")]
    [InlineData("kid", "' or 1=1 --")]
    [InlineData("jku", "https://evil.test/jwks")]
    [InlineData("x5u", "https://evil.test/cert")]
    [InlineData("typ", "JWT")]
    [InlineData("alg", "RS384")]
    public async Task A_wrong_header_value_is_rejected(string name, string value)
    {
        var (header, payload, signature) = await PartsAsync();
        header[name] = value;
        await ShouldBeRejectedAsync(Sign(header, payload));
        await ShouldBeRejectedAsync($"{Encode(header)}.{Encode(payload)}.{signature}");
    }

    [Fact]
    [Trait("Requirement", "R102")]
    public async Task A_key_embedded_in_the_token_is_rejected()
    {
        var (header, payload, _) = await PartsAsync();
        var key = Own.ExportParameters(false);
        header["jwk"] = new JsonObject
        {
            ["kty"] = "RSA",
            ["n"] = WebEncoders.Base64UrlEncode(key.Modulus!),
            ["e"] = WebEncoders.Base64UrlEncode(key.Exponent!),
            ["kid"] = (string?)header["kid"],
        };
        await ShouldBeRejectedAsync(Sign(header, payload));
    }

    [Theory]
    [Trait("Requirement", "R103")]
    [Trait("Requirement", "R104")]
    [InlineData("role", "ADMIN")]
    [InlineData("type", "refresh")]
    [InlineData("iss", "https://evil.test")]
    [InlineData("aud", "another")]
    public async Task A_claim_of_another_value_needs_another_signature(string name, string value)
    {
        var (header, payload, signature) = await PartsAsync();
        payload[name] = value;
        await ShouldBeRejectedAsync($"{Encode(header)}.{Encode(payload)}.{signature}");
        await ShouldBeRejectedAsync(Sign(header, payload));
    }

    [Fact]
    [Trait("Requirement", "R98")]
    [Trait("Requirement", "R103")]
    public async Task A_token_is_accepted_for_15_minutes_and_no_longer()
    {
        using var response = await api.LoginAsync(ApiFixture.Viewer);
        var (access, _) = await AuthApi.TokensAsync(response);
        (await StatusAsync(access)).Should().Be(HttpStatusCode.OK);
        api.Clock.Advance(TimeSpan.FromMinutes(14));
        (await StatusAsync(access)).Should().Be(HttpStatusCode.OK);
        // Plus 30 seconds of tolerated clock skew.
        api.Clock.Advance(TimeSpan.FromSeconds(91));
        await ShouldBeRejectedAsync(access);
    }

    [Fact]
    [Trait("Requirement", "R103")]
    public async Task A_token_that_is_not_yet_valid_is_rejected()
    {
        using var response = await api.LoginAsync(ApiFixture.Viewer);
        var (access, _) = await AuthApi.TokensAsync(response);
        api.Clock.AdjustTime(api.Clock.GetUtcNow() - TimeSpan.FromMinutes(10));
        try
        {
            await ShouldBeRejectedAsync(access);
        }
        finally
        {
            api.Clock.Advance(TimeSpan.FromMinutes(10));
        }
    }

    [Fact]
    [Trait("Requirement", "R99")]
    public async Task The_claims_are_these()
    {
        var (header, payload, _) = await PartsAsync();
        ((string?)header["alg"], (string?)header["typ"]).Should().Be(("RS256", "at+jwt"));
        payload.Select(claim => claim.Key).Should().Contain(["sub", "email", "role", "type", "iat", "exp", "iss", "aud"]);
        ((string?)payload["type"], (string?)payload["email"], (string?)payload["role"], (string?)payload["aud"]).Should().Be(("access", ApiFixture.Viewer, "VIEWER", "cleanapi"));
        ((string?)payload["sub"]).Should().Be(await api.UserIdAsync(ApiFixture.Viewer));
        ((long)payload["exp"]! - (long)payload["iat"]!).Should().Be(900);
    }

    private static string Encode(JsonObject part) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(part.ToJsonString()));

    private static string Sign(JsonObject header, JsonObject payload)
    {
        var signed = $"{Encode(header)}.{Encode(payload)}";
        return $"{signed}.{WebEncoders.Base64UrlEncode(Own.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private async Task<(JsonObject Header, JsonObject Payload, string Signature)> PartsAsync()
    {
        var parts = (await api.SignInAsync(ApiFixture.Viewer)).Split('.');
        return (Part(parts[0]), Part(parts[1]), parts[2]);

        static JsonObject Part(string text) => JsonNode.Parse(WebEncoders.Base64UrlDecode(text))!.AsObject();
    }

    private async Task<HttpStatusCode> StatusAsync(string token)
    {
        using var response = await api.SendAsync(HttpMethod.Get, "/api/v1/me", null, ("Authorization", $"Bearer {token}"));
        return response.StatusCode;
    }

    private async Task ShouldBeRejectedAsync(string token)
    {
        foreach (var header in new[] { ("Authorization", $"Bearer {token}"), ("Cookie", $"access_token={token}") })
        {
            using var response = await api.SendAsync(HttpMethod.Get, "/api/v1/me", null, header);
            (response.StatusCode, (await response.JsonAsync()).Text("error.message")).Should().Be((HttpStatusCode.Unauthorized, "Invalid or expired token"));
            response.Headers.WwwAuthenticate.ToString().Should().Contain("error=\"invalid_token\"");
        }
    }
}
