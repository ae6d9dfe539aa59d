using System.Text;

namespace CleanApi.Infrastructure.Access;

/// <summary>Encrypts private keys for the database, with the key id as associated data, so that a private key cannot be stored under another id.</summary>
internal sealed class SigningKeyProtector(RootKey key)
{
    /// <summary>What the key is derived for.</summary>
    public const string Purpose = "signing-keys/v1";

    /// <summary>Encrypts a private key.</summary>
    public byte[] Protect(string kid, ReadOnlySpan<byte> privateKey) => AesGcmEnvelope.Encrypt(key.Derive(Purpose), privateKey, Encoding.ASCII.GetBytes(kid));

    /// <summary>Decrypts a private key; null when it was encrypted with another key or tampered with.</summary>
    public byte[]? Unprotect(string kid, ReadOnlySpan<byte> protectedKey) => Unprotect(key.Derive(Purpose), kid, protectedKey);

    /// <summary>Decrypts a private key with a key that is given; null when it was encrypted with another one.</summary>
    public static byte[]? Unprotect(byte[] secret, string kid, ReadOnlySpan<byte> protectedKey) => AesGcmEnvelope.Decrypt(secret, protectedKey, Encoding.ASCII.GetBytes(kid));
}
