using System.Text;

namespace CleanApi.Infrastructure.Access;

/// <summary>Encrypts private keys for the database, with the key id as associated data, so that a private key cannot be stored under another id.</summary>
internal sealed class SigningKeyProtector(KeyEncryptionKey key)
{
    private readonly byte[] secret = key.Derive("signing-keys/v1");

    /// <summary>Encrypts a private key.</summary>
    public byte[] Protect(string kid, ReadOnlySpan<byte> privateKey) => AesGcmEnvelope.Encrypt(secret, privateKey, Encoding.ASCII.GetBytes(kid));

    /// <summary>Decrypts a private key; null when it was encrypted with another key or tampered with.</summary>
    public byte[]? Unprotect(string kid, ReadOnlySpan<byte> protectedKey) => AesGcmEnvelope.Decrypt(secret, protectedKey, Encoding.ASCII.GetBytes(kid));
}
