using System.Collections.Frozen;
using CleanApi.Application.Access;

namespace CleanApi.Infrastructure.Access;

/// <summary>The signing keys at one moment. Immutable: a reload puts another ring in its place.</summary>
internal sealed class KeyRing
{
    private readonly FrozenDictionary<string, KeyPair> byKid;
    private readonly KeyPair? newest;

    /// <summary>A ring of these keys.</summary>
    public KeyRing(IReadOnlyCollection<KeyPair> keys, DateTimeOffset loadedAt)
    {
        LoadedAt = loadedAt;
        byKid = keys.ToFrozenDictionary(key => key.Kid, StringComparer.Ordinal);
        var newestFirst = keys.OrderByDescending(key => key.CreatedAt).ToList();
        newest = newestFirst.Find(key => key.Credentials is not null);
        Published = [.. newestFirst.Select(key => key.Published)];
    }

    /// <summary>A ring without keys, as before the first load.</summary>
    public static KeyRing Empty { get; } = new([], DateTimeOffset.MinValue);

    /// <summary>When it was read from the database.</summary>
    public DateTimeOffset LoadedAt { get; }

    /// <summary>The public halves, newest first.</summary>
    public IReadOnlyList<JsonWebKeyResponse> Published { get; }

    /// <summary>The key that signs: the newest one, while it is young enough; null when it is time for another.</summary>
    public KeyPair? Signing(DateTimeOffset now) => newest is { } key && now < key.CreatedAt + SigningKeys.RotationAge ? key : null;

    /// <summary>The key of that name, if its signatures are still accepted.</summary>
    public KeyPair? Find(string kid, DateTimeOffset now) => byKid.TryGetValue(kid, out var key) && now < key.NotAfter ? key : null;
}
