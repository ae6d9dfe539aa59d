using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>A key pair that signs access tokens, shared by all instances of the service.</summary>
[Global("Signs the access tokens of every organization.")]
public sealed class SigningKey
{
    private SigningKey()
    {
    }

    /// <summary>The key id in token headers and in the JWK Set: the key's thumbprint (RFC 7638).</summary>
    public string Kid { get; private init; } = "";

    /// <summary>The public key: SubjectPublicKeyInfo in DER (RFC 5280, section 4.1.2.7).</summary>
    public byte[] PublicKey { get; private init; } = [];

    /// <summary>The private key, encrypted with a key that is not in the database.</summary>
    [Secret]
    public byte[] EncryptedPrivateKey { get; private init; } = [];

    /// <summary>When it was created and began to sign, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Until when its signatures are accepted, UTC; it stops signing earlier.</summary>
    public DateTimeOffset NotAfter { get; private init; }

    /// <summary>Creates a key.</summary>
    public static SigningKey Create(string kid, byte[] publicKey, byte[] encryptedPrivateKey, DateTimeOffset now, DateTimeOffset notAfter) =>
        new() { Kid = kid, PublicKey = publicKey, EncryptedPrivateKey = encryptedPrivateKey, CreatedAt = now, NotAfter = notAfter };
}
