using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CleanApi.Infrastructure.EmbeddedPostgres;
using CleanApi.Infrastructure.Settings;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// The one secret that the service does not keep in its database: 32 bytes, from which a key for each purpose is derived (HKDF, RFC 5869). Never used
/// itself.
/// </summary>
internal sealed class KeyEncryptionKey
{
    private const string Setting = "Auth__KeyEncryptionKey";
    private const string FileName = "key-encryption-key";
    private const int Bytes = 32;

    // Of 32 random bytes about 30 differ. Fewer than 20 is text in hexadecimal, or a pattern.
    private const int LeastVariety = 20;

    private readonly byte[] key;

    private KeyEncryptionKey(byte[] key) => this.key = key;

    /// <summary>Reads a key from base64.</summary>
    /// <exception cref="StartException">It is not one, or anybody could guess it; names the setting.</exception>
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

    /// <summary>The key that is set; outside production, one that is made once and kept in a file that only its owner can read.</summary>
    /// <exception cref="StartException">It is missing in production, or no good anywhere; names the setting.</exception>
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

        // The cluster's directory first, with its own permissions: PostgreSQL's user has to pass through what lies above its data.
        var cluster = Path.GetFullPath(settings.ClusterDirectory);
        EmbeddedPostgres.ClusterDirectory.CreateParent(cluster);
        return new KeyEncryptionKey(Base64Url.DecodeFromChars(new SecretFile(Path.GetDirectoryName(cluster)!).GetOrCreate(FileName)));
    }

    /// <summary>The key for one purpose, 32 bytes; other purposes have unrelated ones.</summary>
    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, Bytes, info: Encoding.ASCII.GetBytes($"cleanapi/{purpose}"));

    private static string Advice => "Make one with: openssl rand -base64 32";

    private static bool IsWeak(byte[] bytes)
    {
        var step = (byte)(bytes[1] - bytes[0]);
        var isSequence = Enumerable.Range(1, bytes.Length - 1).All(i => (byte)(bytes[i] - bytes[i - 1]) == step);
        return isSequence || bytes.Distinct().Count() < LeastVariety;
    }
}
