using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CleanApi.Domain.Access;
using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// The root of all keys that encrypt or hash what is stored, 32 random bytes: a key for each purpose is derived from it (HKDF, RFC 5869). The database has it,
/// encrypted with a key-encryption key; so changing that one leaves everything else as it is. Loaded when the program starts.
/// </summary>
internal sealed partial class RootKey(DbContextLease lease, KeyEncryptionKeys keys, TimeProvider clock, ILogger<RootKey> logger)
{
    private const int Bytes = 32;

    private readonly ConcurrentDictionary<string, byte[]> derived = new(StringComparer.Ordinal);

    private byte[]? root;

    /// <summary>Derives the 32-byte key for a purpose.</summary>
    public byte[] Derive(string purpose) =>
        derived.GetOrAdd(purpose, static (name, root) => Derive(root, name), root ?? throw new InvalidOperationException("The data key is not loaded yet."));

    /// <summary>Loads it, creates it where there is none, and encrypts it with the first key-encryption key where another one has.</summary>
    /// <exception cref="StartException">No key-encryption key decrypts it; the message says what to do.</exception>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = lease.Rent(new SystemCallerContext());
        var stored = await ReadAsync(db, cancellationToken) ?? await CreateAsync(db, cancellationToken);
        var key = keys.All.SingleOrDefault(candidate => candidate.Id == stored.KeyEncryptionKeyId);
        root = key?.Decrypt(stored.EncryptedKey) ?? throw new StartException(
            $"{KeyEncryptionKeys.Setting} lacks the key that the secrets in the database are encrypted with (its id is {stored.KeyEncryptionKeyId}, those of the setting "
            + $"are {string.Join(", ", keys.All.Select(candidate => candidate.Id))}). Add it behind the new one, with a comma between them.");
        if (key != keys.First)
        {
            await EncryptAgainAsync(db, stored, cancellationToken);
        }

        if (keys.All.Count > 1)
        {
            LogOthersUnused(keys.First.Id, KeyEncryptionKeys.Setting);
        }
        else
        {
            LogKey(keys.First.Id);
        }
    }

    private static Task<DataKey?> ReadAsync(CleanApiDbContext db, CancellationToken cancellationToken) =>
        db.Set<DataKey>().AsNoTracking().SingleOrDefaultAsync(key => key.Version == DataKey.FirstVersion, cancellationToken);

    // Of several instances that start at once, one creates it.
    private async Task<DataKey> CreateAsync(CleanApiDbContext db, CancellationToken cancellationToken)
    {
        var key = DataKey.Create(await FormerAsync(db, cancellationToken) ?? RandomNumberGenerator.GetBytes(Bytes), keys.First, clock.GetUtcNow());
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into access.data_keys (version, key_encryption_key_id, encrypted_key, created_at, updated_at)
            values ({key.Version}, {key.KeyEncryptionKeyId}, {key.EncryptedKey}, {key.CreatedAt}, {key.UpdatedAt}) on conflict (version) do nothing
            """,
            cancellationToken);
        return (await ReadAsync(db, cancellationToken))!;
    }

    // Where signing keys can be decrypted with it, a key-encryption key was the root of everything, before data keys were stored.
    private async Task<byte[]?> FormerAsync(CleanApiDbContext db, CancellationToken cancellationToken) =>
        await db.Set<SigningKey>().AsNoTracking().OrderByDescending(key => key.CreatedAt).FirstOrDefaultAsync(cancellationToken) is { } sample
            ? keys.All.Select(key => key.FormerDataKey())
                .FirstOrDefault(former => SigningKeyProtector.Unprotect(Derive(former, SigningKeyProtector.Purpose), sample.Kid, sample.EncryptedPrivateKey) is not null)
            : null;

    private static byte[] Derive(byte[] root, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, root, Bytes, info: Encoding.ASCII.GetBytes($"cleanapi/{purpose}"));

    private async Task EncryptAgainAsync(CleanApiDbContext db, DataKey stored, CancellationToken cancellationToken)
    {
        var (id, encrypted, now) = (keys.First.Id, keys.First.Encrypt(root!), clock.GetUtcNow());
        await db.Set<DataKey>().Where(key => key.Version == stored.Version && key.KeyEncryptionKeyId == stored.KeyEncryptionKeyId).ExecuteUpdateAsync(
            update => update.SetProperty(key => key.KeyEncryptionKeyId, id).SetProperty(key => key.EncryptedKey, encrypted).SetProperty(key => key.UpdatedAt, now),
            cancellationToken);
        LogEncryptedAgain(stored.KeyEncryptionKeyId, id);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The data key was encrypted with the key-encryption key {Former} and is encrypted with {Current} now")]
    private partial void LogEncryptedAgain(string former, string current);

    [LoggerMessage(Level = LogLevel.Information, Message = "The data key is encrypted with the key-encryption key {Id}")]
    private partial void LogKey(string id);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Everything is encrypted under the key-encryption key {Id}, the first of {Setting}: once every instance has started with it, the others can be removed")]
    private partial void LogOthersUnused(string id, string setting);
}
