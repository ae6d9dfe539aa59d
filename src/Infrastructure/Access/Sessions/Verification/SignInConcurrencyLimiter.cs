using System.Buffers.Binary;
using CleanApi.Domain.Errors;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// A striped concurrency limiter: few attempts for the same address from the same network run concurrently, the others queue. Attempts are counted before the
/// password is verified: without the limit, a client that signs in ten times in parallel with the right password would be counted as guessing.
/// </summary>
internal sealed class SignInConcurrencyLimiter : IDisposable
{
    // Below the failures that are free of delay, even with two instances.
    private const int PermitsPerStripe = 2;
    private const int Stripes = 1024;
    private const int MaxQueued = 256;

    // Bounded per stripe as well: otherwise one client with one address could fill the queue for all.
    private const int MaxQueuedPerStripe = 8;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    // A fixed number of stripes bounds the memory. Colliding pairs only wait for each other, and an attacker cannot cause collisions, because the hash is
    // keyed.
    private readonly SemaphoreSlim[] stripes = [.. Enumerable.Range(0, Stripes).Select(_ => new SemaphoreSlim(PermitsPerStripe))];
    private readonly int[] queuedAt = new int[Stripes];
    private int queued;

    /// <summary>Acquires a permit; dispose it to release it.</summary>
    /// <exception cref="ServiceUnavailableError">The queue of the stripe, or of all stripes, is full.</exception>
    public async Task<IDisposable> AcquireAsync(byte[] addressHash, string network, CancellationToken cancellationToken)
    {
        var number = (BinaryPrimitives.ReadUInt32LittleEndian(addressHash) ^ (uint)network.GetHashCode(StringComparison.Ordinal)) % Stripes;
        var stripe = stripes[number];
        // A free stripe is not affected by the queues of others.
        if (!await stripe.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            await WaitAsync(stripe, number, cancellationToken);
        }

        return new Permit(stripe);
    }

    public void Dispose() => Array.ForEach(stripes, stripe => stripe.Dispose());

    private async Task WaitAsync(SemaphoreSlim stripe, uint number, CancellationToken cancellationToken)
    {
        var (atStripe, all) = (Interlocked.Increment(ref queuedAt[number]), Interlocked.Increment(ref queued));
        try
        {
            if (atStripe > MaxQueuedPerStripe || all > MaxQueued)
            {
                throw new ServiceUnavailableError(RetryAfter, "Too many people are signing in at the moment");
            }

            await stripe.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref queuedAt[number]);
            Interlocked.Decrement(ref queued);
        }
    }

    private sealed class Permit(SemaphoreSlim stripe) : IDisposable
    {
        private SemaphoreSlim? acquired = stripe;

        public void Dispose() => Interlocked.Exchange(ref acquired, null)?.Release();
    }
}
