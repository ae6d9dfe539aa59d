using System.Text;

namespace CleanApi.Infrastructure.Access;

/// <summary>Encrypts private keys for the database, with the key's name as context, so that no private key can be put under another name.</summary>
internal sealed class SigningKeyProtector(KeyEncryptionKey key)
{
    private readonly byte[] secret = key.Derive("signing-keys/v1");

    /// <summary>Encrypts a private key.</summary>
    public byte[] Protect(string kid, ReadOnlySpan<byte> privateKey) => Sealed.Seal(secret, privateKey, Encoding.ASCII.GetBytes(kid));

    /// <summary>Decrypts a private key; null when it was encrypted with another key, or has been tampered with.</summary>
    public byte[]? Unprotect(string kid, ReadOnlySpan<byte> protectedKey) => Sealed.Open(secret, protectedKey, Encoding.ASCII.GetBytes(kid));
}
