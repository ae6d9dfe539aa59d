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
}
