using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// Tokens whose signature has been verified: a client sends the same one for minutes, and checking an RSA signature costs more than the rest of a small
/// request. Two generations: when the young one is full it becomes the old one, and what nobody asked for meanwhile is gone.
/// </summary>
internal sealed class VerifiedTokenCache(int capacity)
{
    private readonly Lock turning = new();
    private volatile ConcurrentDictionary<string, VerifiedToken> young = new(StringComparer.Ordinal);
    private volatile ConcurrentDictionary<string, VerifiedToken> old = new(StringComparer.Ordinal);
    private int count;

    /// <summary>What is known of a token.</summary>
    public bool TryGet(string token, [NotNullWhen(true)] out VerifiedToken? verified)
    {
        if (young.TryGetValue(token, out verified))
        {
            return true;
        }

        if (!old.TryGetValue(token, out verified))
        {
            return false;
        }

        Add(token, verified);
        return true;
    }

    /// <summary>Keeps a token.</summary>
    public void Add(string token, VerifiedToken verified)
    {
        if (!young.TryAdd(token, verified) || Interlocked.Increment(ref count) < capacity)
        {
            return;
        }

        lock (turning)
        {
            if (count >= capacity)
            {
                old = young;
                young = new ConcurrentDictionary<string, VerifiedToken>(StringComparer.Ordinal);
                count = 0;
            }
        }
    }
}
