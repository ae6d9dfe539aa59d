namespace CleanApi.Infrastructure.Queue;

/// <summary>What a failure means for an item.</summary>
internal enum Verdict
{
    /// <summary>It is tried again, until there have been too many attempts.</summary>
    Retry,

    /// <summary>Nothing was tried, because what it needs is down: it waits, and no attempt is spent.</summary>
    NotTried,

    /// <summary>Trying again is of no use.</summary>
    Final,
}
