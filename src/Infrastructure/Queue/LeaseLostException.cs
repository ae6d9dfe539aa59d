namespace CleanApi.Infrastructure.Queue;

/// <summary>What was done counts for nothing: the lease has ended meanwhile, and the item is another's.</summary>
internal sealed class LeaseLostException() : Exception("The lease has ended");
