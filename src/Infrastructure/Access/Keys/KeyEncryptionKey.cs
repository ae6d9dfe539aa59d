using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CleanApi.Infrastructure.Settings;

namespace CleanApi.Infrastructure.Access;

/// <summary>A key that is kept outside the database, 32 bytes. It encrypts the data key, and nothing else.</summary>
internal sealed class KeyEncryptionKey
{
    /// <summary>How it is made.</summary>
    public const string Advice = "Make one with: openssl rand -base64 32";

    private const int Bytes = 32;

    // 32 random bytes have about 30 distinct values; fewer than 20 means hexadecimal text or a pattern.
    private const int MinDistinctBytes = 20;

    private static readonly byte[] Context = "data-key"u8.ToArray();

    private readonly byte[] key;

    /// <summary>Creates it from its bytes.</summary>
    public KeyEncryptionKey(byte[] key) => (this.key, Id) = (key, Convert.ToHexStringLower(Derive(key, "id").AsSpan(0, 4)));

    /// <summary>Names it without telling anything of it.</summary>
    public string Id { get; }

    /// <summary>Parses a key in base64 or in base64url, the form of the file that Development makes (RFC 4648, sections 4 and 5).</summary>
    /// <exception cref="StartException">The key is malformed or weak; the message names the setting.</exception>
    public static KeyEncryptionKey Parse(string text)
    {
        Span<byte> bytes = stackalloc byte[2 * Bytes];
        if (!(Convert.TryFromBase64String(text, bytes, out var length) || (Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, bytes, out length))) || length != Bytes)
        {
            throw new StartException($"{KeyEncryptionKeys.Setting} has to be {Bytes} bytes in base64, or several such keys with commas between them. {Advice}");
        }

        return IsWeak(bytes[..Bytes].ToArray())
            ? throw new StartException($"{KeyEncryptionKeys.Setting} is weak: it has to be random. {Advice}")
            : new KeyEncryptionKey(bytes[..Bytes].ToArray());
    }

    /// <summary>Encrypts a data key.</summary>
    public byte[] Encrypt(byte[] dataKey) => AesGcmEnvelope.Encrypt(Derive(key, "data-key"), dataKey, Context);

    /// <summary>Decrypts a data key; null when another key has encrypted it.</summary>
    public byte[]? Decrypt(byte[] encrypted) => AesGcmEnvelope.Decrypt(Derive(key, "data-key"), encrypted, Context);

    /// <summary>
    /// The data key of a database in which this key was the root of everything, as in the versions before data keys were stored: the key itself.
    /// </summary>
    public byte[] FormerDataKey() => key;

    private static byte[] Derive(byte[] key, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, Bytes, info: Encoding.ASCII.GetBytes($"cleanapi/key-encryption-key/{purpose}/v1"));

    private static bool IsWeak(byte[] bytes)
    {
        var step = (byte)(bytes[1] - bytes[0]);
        var isSequence = Enumerable.Range(1, bytes.Length - 1).All(i => (byte)(bytes[i] - bytes[i - 1]) == step);
        return isSequence || bytes.Distinct().Count() < MinDistinctBytes;
    }
}
