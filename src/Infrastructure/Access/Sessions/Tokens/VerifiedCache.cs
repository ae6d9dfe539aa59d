using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// Credentials that have been verified: a client sends the same one again and again, and verifying costs more than the rest of a small request. Two
/// generations: when the young one is full it becomes the old one, and what nobody asked for meanwhile is gone.
/// </summary>
/// <typeparam name="T">What is known of one.</typeparam>
/// <param name="capacity">How many a generation holds.</param>
internal sealed class VerifiedCache<T>(int capacity)
    where T : class
{
    private readonly Lock turning = new();
    private volatile ConcurrentDictionary<string, T> young = new(StringComparer.Ordinal);
    private volatile ConcurrentDictionary<string, T> old = new(StringComparer.Ordinal);
    private int count;

    /// <summary>What is known of a credential.</summary>
    public bool TryGet(string credential, [NotNullWhen(true)] out T? verified)
    {
        if (young.TryGetValue(credential, out verified))
        {
            return true;
        }

        if (!old.TryGetValue(credential, out verified))
        {
            return false;
        }

        Add(credential, verified);
        return true;
    }

    /// <summary>Keeps a credential; one that is there stays as it is.</summary>
    public void Add(string credential, T verified)
    {
        if (young.TryAdd(credential, verified))
        {
            Count();
        }
    }

    /// <summary>Keeps a credential in place of what was known of it.</summary>
    public void Set(string credential, T verified)
    {
        if (young.TryAdd(credential, verified))
        {
            Count();
        }
        else
        {
            young[credential] = verified;
        }
    }

    /// <summary>Forgets a credential.</summary>
    public void Remove(string credential)
    {
        old.TryRemove(credential, out _);
        young.TryRemove(credential, out _);
    }

    private void Count()
    {
        if (Interlocked.Increment(ref count) < capacity)
        {
            return;
        }

        lock (turning)
        {
            if (count >= capacity)
            {
                old = young;
                young = new ConcurrentDictionary<string, T>(StringComparer.Ordinal);
                count = 0;
            }
        }
    }
}
