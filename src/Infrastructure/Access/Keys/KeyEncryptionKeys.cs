using System.Buffers.Text;
using CleanApi.Infrastructure.EmbeddedPostgres;
using CleanApi.Infrastructure.Settings;

namespace CleanApi.Infrastructure.Access;

/// <summary>The key-encryption keys: the first encrypts, all decrypt, so that one can be changed while the program runs.</summary>
internal sealed class KeyEncryptionKeys
{
    /// <summary>The setting that has them.</summary>
    public const string Setting = "Auth__KeyEncryptionKey";

    private const string FileName = "key-encryption-key";

    private KeyEncryptionKeys(IReadOnlyList<KeyEncryptionKey> all) => All = all;

    /// <summary>All of them, in the order of the setting.</summary>
    public IReadOnlyList<KeyEncryptionKey> All { get; }

    /// <summary>The one that encrypts.</summary>
    public KeyEncryptionKey First => All[0];

    /// <summary>Parses base64 keys with commas between them.</summary>
    /// <exception cref="StartException">A key is malformed, weak or there twice; the message names the setting.</exception>
    public static KeyEncryptionKeys Parse(string text)
    {
        var keys = text.Split(',', StringSplitOptions.TrimEntries).Select(KeyEncryptionKey.Parse).ToList();
        return keys.DistinctBy(key => key.Id, StringComparer.Ordinal).Count() == keys.Count
            ? new KeyEncryptionKeys(keys)
            : throw new StartException($"{Setting} has the same key twice. Leave one of the two out.");
    }

    /// <summary>Returns the configured keys; in Development, one that is generated once and stored in a file that only its owner can read.</summary>
    /// <exception cref="StartException">There is no key and it is not Development, or one is invalid; the message names the setting.</exception>
    public static KeyEncryptionKeys Load(AccessSettings settings, bool isDevelopment)
    {
        if (settings.KeyEncryptionKey is { } text)
        {
            return Parse(text);
        }

        if (!isDevelopment)
        {
            throw new StartException($"{Setting} is not set. What is secret in the database is encrypted with it, and every instance needs the same one. {KeyEncryptionKey.Advice}");
        }

        // The cluster's parent directory is created first, with its own permissions: PostgreSQL's user must be able to traverse it.
        var cluster = Path.GetFullPath(settings.ClusterDirectory);
        ClusterDirectory.CreateParent(cluster);
        return new KeyEncryptionKeys([new KeyEncryptionKey(Base64Url.DecodeFromChars(new SecretFile(Path.GetDirectoryName(cluster)!).GetOrCreate(FileName)))]);
    }
}
