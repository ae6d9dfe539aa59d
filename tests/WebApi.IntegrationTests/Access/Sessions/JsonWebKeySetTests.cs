using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace CleanApi.WebApi.IntegrationTests.Access;

public sealed class JsonWebKeySetTests(AuthApi api) : IClassFixture<AuthApi>
{
    [Fact]
    [Trait("Requirement", "R101")]
    public async Task Tokens_can_be_verified_with_the_published_keys()
    {
        var token = (await api.TokenAsync(ApiFixture.Member)).Split('.');
        using var response = await api.Anonymous.GetAsync("/.well-known/openid-configuration/jwks");
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (response.Headers.CacheControl!.Public, response.Headers.CacheControl.MaxAge).Should().Be((true, TimeSpan.FromMinutes(5)));
        var set = await response.JsonAsync();
        set.EnumerateObject().Select(member => member.Name).Should().Equal("keys");
        var kid = System.Text.Json.JsonDocument.Parse(WebEncoders.Base64UrlDecode(token[0])).RootElement.Text("kid");
        var key = set.At("keys").EnumerateArray().Single(key => key.Text("kid") == kid);
        key.EnumerateObject().Select(member => member.Name).Should().BeEquivalentTo("kty", "use", "alg", "kid", "n", "e");
        using var rsa = RSA.Create(new RSAParameters { Modulus = WebEncoders.Base64UrlDecode(key.Text("n")!), Exponent = WebEncoders.Base64UrlDecode(key.Text("e")!) });
        rsa.VerifyData(Encoding.ASCII.GetBytes($"{token[0]}.{token[1]}"), WebEncoders.Base64UrlDecode(token[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .Should().BeTrue();
    }
}
