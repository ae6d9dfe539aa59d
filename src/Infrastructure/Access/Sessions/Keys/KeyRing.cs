using System.Collections.Frozen;
using CleanApi.Application.Access;

namespace CleanApi.Infrastructure.Access;

/// <summary>An immutable snapshot of the signing keys; a reload replaces it.</summary>
internal sealed class KeyRing
{
    private readonly FrozenDictionary<string, KeyPair> byKid;
    private readonly KeyPair? newest;

    /// <summary>Creates a ring of the keys.</summary>
    public KeyRing(IReadOnlyCollection<KeyPair> keys, DateTimeOffset loadedAt)
    {
        LoadedAt = loadedAt;
        byKid = keys.ToFrozenDictionary(key => key.Kid, StringComparer.Ordinal);
        var newestFirst = keys.OrderByDescending(key => key.CreatedAt).ToList();
        newest = newestFirst.Find(key => key.Credentials is not null);
        Published = [.. newestFirst.Select(key => key.Published)];
    }

    /// <summary>The ring before the first load.</summary>
    public static KeyRing Empty { get; } = new([], DateTimeOffset.MinValue);

    /// <summary>When the keys were read from the database, UTC.</summary>
    public DateTimeOffset LoadedAt { get; }

    /// <summary>The public keys, newest first.</summary>
    public IReadOnlyList<JsonWebKeyResponse> Published { get; }

    /// <summary>The signing key; null when rotation is due.</summary>
    public KeyPair? Signing(DateTimeOffset now) => newest is { } key && now < key.CreatedAt + SigningKeys.RotationAge ? key : null;

    /// <summary>Returns the key with this id if its signatures are still accepted.</summary>
    public KeyPair? Find(string kid, DateTimeOffset now) => byKid.TryGetValue(kid, out var key) && now < key.NotAfter ? key : null;
}
