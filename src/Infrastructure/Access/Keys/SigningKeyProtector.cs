using System.Security.Cryptography;
using System.Text;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// Encrypts private keys for the database: AES-256-GCM (NIST SP 800-38D) with the key's name as associated data, so that no private key can be put under
/// another name. The bytes: nonce, tag, ciphertext.
/// </summary>
internal sealed class SigningKeyProtector(KeyEncryptionKey key)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly byte[] secret = key.Derive("signing-keys/v1");

    /// <summary>Encrypts a private key.</summary>
    public byte[] Protect(string kid, ReadOnlySpan<byte> privateKey)
    {
        var protectedKey = new byte[NonceBytes + TagBytes + privateKey.Length];
        var nonce = protectedKey.AsSpan(0, NonceBytes);
        var tag = protectedKey.AsSpan(NonceBytes, TagBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(secret, TagBytes);
        aes.Encrypt(nonce, privateKey, protectedKey.AsSpan(NonceBytes + TagBytes), tag, Encoding.ASCII.GetBytes(kid));
        return protectedKey;
    }

    /// <summary>Decrypts a private key; null when it was encrypted with another key, or has been tampered with.</summary>
    public byte[]? Unprotect(string kid, ReadOnlySpan<byte> protectedKey)
    {
        if (protectedKey.Length <= NonceBytes + TagBytes)
        {
            return null;
        }

        var privateKey = new byte[protectedKey.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(secret, TagBytes);
        try
        {
            aes.Decrypt(
                protectedKey[..NonceBytes], protectedKey[(NonceBytes + TagBytes)..], protectedKey.Slice(NonceBytes, TagBytes), privateKey, Encoding.ASCII.GetBytes(kid));
            return privateKey;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
