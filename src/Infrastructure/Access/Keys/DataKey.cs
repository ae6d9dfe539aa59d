using CleanApi.Domain.Common;

namespace CleanApi.Infrastructure.Access;

/// <summary>The data key as the database has it; all instances of the service share it.</summary>
[Global("The service's own key: what it encrypts is of every organization.")]
internal sealed class DataKey
{
    /// <summary>The only version so far.</summary>
    public const int FirstVersion = 1;

    private DataKey()
    {
    }

    /// <summary>Which one.</summary>
    public int Version { get; private init; }

    /// <summary>The id of the key that encrypts it.</summary>
    public string KeyEncryptionKeyId { get; private init; } = "";

    /// <summary>The key, encrypted with one that is not in the database.</summary>
    [Secret]
    public byte[] EncryptedKey { get; private init; } = [];

    /// <summary>UTC.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it was last encrypted, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; private init; }

    /// <summary>Creates the row of a key.</summary>
    public static DataKey Create(byte[] key, KeyEncryptionKey encryptedWith, DateTimeOffset now) =>
        new() { Version = FirstVersion, KeyEncryptionKeyId = encryptedWith.Id, EncryptedKey = encryptedWith.Encrypt(key), CreatedAt = now, UpdatedAt = now };
}
