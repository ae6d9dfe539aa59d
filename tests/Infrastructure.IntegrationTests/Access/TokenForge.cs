using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

/// <summary>Forges tokens.</summary>
internal static class TokenForge
{
    /// <summary>Changes a token's header or payload and signs it again.</summary>
    public static string Change(string token, Action<JsonObject> header, Action<JsonObject> payload, Func<byte[], byte[]> sign)
    {
        var parts = token.Split('.');
        var signed = $"{Edit(parts[0], header)}.{Edit(parts[1], payload)}";
        return $"{signed}.{Base64UrlEncoder.Encode(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>Returns a part of a token as JSON.</summary>
    public static JsonObject Part(string token, int index) => JsonNode.Parse(Base64UrlEncoder.Decode(token.Split('.')[index]))!.AsObject();

    /// <summary>Signs as RS256 does.</summary>
    public static Func<byte[], byte[]> With(RSA key) => bytes => key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static string Edit(string part, Action<JsonObject> edit)
    {
        var json = JsonNode.Parse(Base64UrlEncoder.Decode(part))!.AsObject();
        edit(json);
        return Base64UrlEncoder.Encode(json.ToJsonString());
    }
}
