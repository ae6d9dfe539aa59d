namespace CleanApi.Application.Common.Concurrency;

/// <summary>Waits at a <see cref="FairLimiter{TKey}"/>: true when it is served, false when it has waited for too long.</summary>
/// <param name="since">The clock's timestamp of its arrival.</param>
internal sealed class FairWaiter(long since) : TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    /// <summary>The clock's timestamp of its arrival.</summary>
    public long Since => since;
}
