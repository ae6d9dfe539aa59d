using System.Buffers.Binary;
using CleanApi.Domain.Errors;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// Lets few attempts with the same address from the same network begin at once, and has the others wait. They are counted before they are verified: without
/// this, a program that signs in ten times in parallel with the right password would be taken for one that guesses.
/// </summary>
internal sealed class SignInGate : IDisposable
{
    // Fewer than may fail without a delay, also where two instances each let so many in.
    private const int AtOnce = 2;
    private const int Doors = 1024;
    private const int MostWaiting = 256;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    // Not one a pair, which would grow without end: pairs that meet at a door merely wait for each other. Which ones meet nobody can choose, because the
    // hash is keyed.
    private readonly SemaphoreSlim[] doors = [.. Enumerable.Range(0, Doors).Select(_ => new SemaphoreSlim(AtOnce))];
    private int waiting;

    /// <summary>Waits for a turn; dispose it to end it.</summary>
    /// <exception cref="ServiceUnavailableError">Too many wait already.</exception>
    public async Task<IDisposable> EnterAsync(byte[] addressHash, string network, CancellationToken cancellationToken)
    {
        var door = doors[(BinaryPrimitives.ReadUInt32LittleEndian(addressHash) ^ (uint)network.GetHashCode(StringComparison.Ordinal)) % Doors];
        if (Interlocked.Increment(ref waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref waiting);
            throw new ServiceUnavailableError(RetryAfter, "Too many people are signing in at the moment");
        }

        try
        {
            await door.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }

        return new Turn(door);
    }

    public void Dispose() => Array.ForEach(doors, door => door.Dispose());

    private sealed class Turn(SemaphoreSlim door) : IDisposable
    {
        private SemaphoreSlim? held = door;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}
