using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>A key pair that signs access tokens; all instances of the service share it.</summary>
[Global("The service's own: tokens of every organization are signed with it.")]
public sealed class SigningKey
{
    private SigningKey()
    {
    }

    /// <summary>The key's name in token headers and in the published set: its thumbprint (RFC 7638).</summary>
    public string Kid { get; private init; } = "";

    /// <summary>The public half: SubjectPublicKeyInfo in DER (RFC 5280, section 4.1.2.7).</summary>
    public byte[] PublicKey { get; private init; } = [];

    /// <summary>The private half, encrypted with a key that the database does not have.</summary>
    [Secret]
    public byte[] EncryptedPrivateKey { get; private init; } = [];

    /// <summary>When it was made, UTC: it signs from then on.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Until when tokens that it has signed are accepted, UTC; it stops signing well before.</summary>
    public DateTimeOffset NotAfter { get; private init; }

    /// <summary>Keeps a new key pair.</summary>
    public static SigningKey Create(string kid, byte[] publicKey, byte[] encryptedPrivateKey, DateTimeOffset now, DateTimeOffset notAfter) =>
        new() { Kid = kid, PublicKey = publicKey, EncryptedPrivateKey = encryptedPrivateKey, CreatedAt = now, NotAfter = notAfter };
}
