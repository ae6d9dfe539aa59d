namespace CleanApi.Application.Common.Concurrency;

/// <summary>How much may run and wait.</summary>
/// <param name="Permits">What runs at once.</param>
/// <param name="PermitsOfKey">That of one key.</param>
/// <param name="Queue">How many may wait.</param>
/// <param name="QueueOfKey">Those of one key.</param>
/// <param name="MaxWait">For how long one may wait.</param>
public sealed record FairLimits(int Permits, int PermitsOfKey, int Queue, int QueueOfKey, TimeSpan MaxWait);
