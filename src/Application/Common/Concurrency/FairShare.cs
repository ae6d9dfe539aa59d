namespace CleanApi.Application.Common.Concurrency;

/// <summary>What one key has of a <see cref="FairLimiter{TKey}"/>.</summary>
/// <typeparam name="TKey">Whose share it is.</typeparam>
/// <param name="key">The key.</param>
internal sealed class FairShare<TKey>(TKey key)
{
    /// <summary>Whose share it is.</summary>
    public TKey Key => key;

    /// <summary>Those who wait, in order of arrival.</summary>
    public LinkedList<FairWaiter> Waiting { get; } = new();

    /// <summary>How much runs.</summary>
    public int Running { get; set; }

    /// <summary>Whether it will have a turn.</summary>
    public bool IsInLine { get; set; }

    /// <summary>How many of those who waited were served since the last look.</summary>
    public int Served { get; set; }

    /// <summary>How many are served within the longest wait: an average that moves by a look.</summary>
    public double? ServedPerWait { get; private set; }

    /// <summary>Looks at what was served.</summary>
    /// <param name="looksPerWait">How many looks are taken within the longest wait.</param>
    public void Look(int looksPerWait)
    {
        ServedPerWait = ServedPerWait is { } before ? before + Served - (before / looksPerWait) : Served * looksPerWait;
        Served = 0;
    }
}
