using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CleanApi.Infrastructure.EmbeddedPostgres;
using CleanApi.Infrastructure.Settings;

namespace CleanApi.Infrastructure.Access;

/// <summary>The root key, 32 bytes, kept outside the database. Only used to derive a key for each purpose (HKDF, RFC 5869).</summary>
internal sealed class KeyEncryptionKey
{
    private const string Setting = "Auth__KeyEncryptionKey";
    private const string FileName = "key-encryption-key";
    private const int Bytes = 32;

    // 32 random bytes have about 30 distinct values; fewer than 20 means hexadecimal text or a pattern.
    private const int MinDistinctBytes = 20;

    private readonly byte[] key;

    private KeyEncryptionKey(byte[] key) => this.key = key;

    /// <summary>Parses a base64 key.</summary>
    /// <exception cref="StartException">The key is malformed or weak; the message names the setting.</exception>
    public static KeyEncryptionKey Parse(string base64)
    {
        Span<byte> bytes = stackalloc byte[2 * Bytes];
        if (!Convert.TryFromBase64String(base64.Trim(), bytes, out var length) || length != Bytes)
        {
            throw new StartException($"{Setting} has to be {Bytes} bytes in base64. {Advice}");
        }

        return IsWeak(bytes[..Bytes].ToArray())
            ? throw new StartException($"{Setting} is weak: it has to be random. {Advice}")
            : new KeyEncryptionKey(bytes[..Bytes].ToArray());
    }

    /// <summary>Returns the configured key; outside production, one that is generated once and stored in a file that only its owner can read.</summary>
    /// <exception cref="StartException">The key is missing in production, or invalid; the message names the setting.</exception>
    public static KeyEncryptionKey Load(AccessSettings settings, bool isProduction)
    {
        if (settings.KeyEncryptionKey is { } text)
        {
            return Parse(text);
        }

        if (isProduction)
        {
            throw new StartException($"{Setting} is not set. Signing keys are encrypted with it, and every instance needs the same one. {Advice}");
        }

        // The cluster's parent directory is created first, with its own permissions: PostgreSQL's user must be able to traverse it.
        var cluster = Path.GetFullPath(settings.ClusterDirectory);
        EmbeddedPostgres.ClusterDirectory.CreateParent(cluster);
        return new KeyEncryptionKey(Base64Url.DecodeFromChars(new SecretFile(Path.GetDirectoryName(cluster)!).GetOrCreate(FileName)));
    }

    /// <summary>Derives the 32-byte key for a purpose.</summary>
    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, Bytes, info: Encoding.ASCII.GetBytes($"cleanapi/{purpose}"));

    private static string Advice => "Make one with: openssl rand -base64 32";

    private static bool IsWeak(byte[] bytes)
    {
        var step = (byte)(bytes[1] - bytes[0]);
        var isSequence = Enumerable.Range(1, bytes.Length - 1).All(i => (byte)(bytes[i] - bytes[i - 1]) == step);
        return isSequence || bytes.Distinct().Count() < MinDistinctBytes;
    }
}
