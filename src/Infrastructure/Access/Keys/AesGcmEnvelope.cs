using System.Security.Cryptography;

namespace CleanApi.Infrastructure.Access;

/// <summary>AES-256-GCM (NIST SP 800-38D) with a random nonce. Layout: nonce, tag, ciphertext.</summary>
internal static class AesGcmEnvelope
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>Encrypts.</summary>
    /// <param name="key">32 bytes.</param>
    /// <param name="plaintext">The plaintext.</param>
    /// <param name="context">Associated data, authenticated but not stored.</param>
    public static byte[] Encrypt(byte[] key, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> context)
    {
        var result = new byte[NonceBytes + TagBytes + plaintext.Length];
        var nonce = result.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plaintext, result.AsSpan(NonceBytes + TagBytes), result.AsSpan(NonceBytes, TagBytes), context);
        return result;
    }

    /// <summary>Decrypts; null when the key or the context differs, or the bytes have been tampered with.</summary>
    public static byte[]? Decrypt(byte[] key, ReadOnlySpan<byte> envelope, ReadOnlySpan<byte> context)
    {
        if (envelope.Length < NonceBytes + TagBytes)
        {
            return null;
        }

        var plaintext = new byte[envelope.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        try
        {
            aes.Decrypt(envelope[..NonceBytes], envelope[(NonceBytes + TagBytes)..], envelope.Slice(NonceBytes, TagBytes), plaintext, context);
            return plaintext;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
