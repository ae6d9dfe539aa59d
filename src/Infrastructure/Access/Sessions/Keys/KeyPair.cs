using System.Security.Cryptography;
using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using Microsoft.IdentityModel.Tokens;

namespace CleanApi.Infrastructure.Access;

/// <summary>A signing key, loaded for use.</summary>
internal sealed class KeyPair
{
    private const int KeyBits = 2048;
    private const string KeyType = "RSA";
    private const string Use = "sig";

    private KeyPair(SigningKey key, RSAParameters publicKey, SigningCredentials? credentials)
    {
        (Kid, CreatedAt, NotAfter, Credentials) = (key.Kid, key.CreatedAt, key.NotAfter, credentials);
        PublicKey = new RsaSecurityKey(publicKey) { KeyId = key.Kid };
        Published = new JsonWebKeyResponse(
            KeyType, Use, SecurityAlgorithms.RsaSha256, key.Kid, Base64UrlEncoder.Encode(publicKey.Modulus!), Base64UrlEncoder.Encode(publicKey.Exponent!));
    }

    /// <summary>The key id (RFC 7517, section 4.5).</summary>
    public string Kid { get; }

    /// <summary>UTC.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>When its signatures stop being accepted, UTC.</summary>
    public DateTimeOffset NotAfter { get; }

    /// <summary>Verifies signatures.</summary>
    public RsaSecurityKey PublicKey { get; }

    /// <summary>Signs; null when the private key cannot be decrypted.</summary>
    public SigningCredentials? Credentials { get; }

    /// <summary>The public key as a JWK.</summary>
    public JsonWebKeyResponse Published { get; }

    /// <summary>Generates a key, encrypted for the database.</summary>
    public static SigningKey Generate(SigningKeyProtector protector, DateTimeOffset now, DateTimeOffset notAfter)
    {
        using var rsa = RSA.Create(KeyBits);
        var kid = Base64UrlEncoder.Encode(new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: false)).ComputeJwkThumbprint());
        var privateKey = rsa.ExportPkcs8PrivateKey();
        var key = SigningKey.Create(kid, rsa.ExportSubjectPublicKeyInfo(), protector.Protect(kid, privateKey), now, notAfter);
        CryptographicOperations.ZeroMemory(privateKey);
        return key;
    }

    /// <summary>Loads a key from its row.</summary>
    public static KeyPair Read(SigningKey key, SigningKeyProtector protector)
    {
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(key.PublicKey, out _);
        return new KeyPair(key, rsa.ExportParameters(includePrivateParameters: false), ReadCredentials(key, protector));
    }

    private static SigningCredentials? ReadCredentials(SigningKey key, SigningKeyProtector protector)
    {
        if (protector.Unprotect(key.Kid, key.EncryptedPrivateKey) is not { } privateKey)
        {
            return null;
        }

        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(privateKey, out _);
        CryptographicOperations.ZeroMemory(privateKey);
        // Parameters instead of the RSA object, which is not thread-safe.
        var securityKey = new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: true)) { KeyId = key.Kid };
        return new SigningCredentials(securityKey, SecurityAlgorithms.RsaSha256);
    }
}
