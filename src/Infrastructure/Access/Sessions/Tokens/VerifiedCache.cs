using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// A generational cache of verified credentials: a client sends the same credential with every request, and verifying it costs more than the rest of a small
/// request. When the current generation is full it replaces the previous one; entries not read since the last rotation are evicted.
/// </summary>
/// <typeparam name="T">The result of a verification.</typeparam>
/// <param name="capacity">Entries per generation.</param>
internal sealed class VerifiedCache<T>(int capacity)
    where T : class
{
    private readonly Lock rotation = new();
    private volatile ConcurrentDictionary<string, T> current = new(StringComparer.Ordinal);
    private volatile ConcurrentDictionary<string, T> previous = new(StringComparer.Ordinal);
    private int count;

    /// <summary>Finds a credential and keeps it in the current generation.</summary>
    public bool TryGet(string credential, [NotNullWhen(true)] out T? verified)
    {
        if (current.TryGetValue(credential, out verified))
        {
            return true;
        }

        if (!previous.TryGetValue(credential, out verified))
        {
            return false;
        }

        Add(credential, verified);
        return true;
    }

    /// <summary>Adds a credential unless it is present.</summary>
    public void Add(string credential, T verified)
    {
        if (current.TryAdd(credential, verified))
        {
            CountAndRotate();
        }
    }

    /// <summary>Adds or replaces a credential.</summary>
    public void Set(string credential, T verified)
    {
        if (current.TryAdd(credential, verified))
        {
            CountAndRotate();
        }
        else
        {
            current[credential] = verified;
        }
    }

    /// <summary>Removes a credential.</summary>
    public void Remove(string credential)
    {
        previous.TryRemove(credential, out _);
        current.TryRemove(credential, out _);
    }

    private void CountAndRotate()
    {
        if (Interlocked.Increment(ref count) < capacity)
        {
            return;
        }

        lock (rotation)
        {
            if (count >= capacity)
            {
                previous = current;
                current = new ConcurrentDictionary<string, T>(StringComparer.Ordinal);
                count = 0;
            }
        }
    }
}
