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

    // Of these, at one door: otherwise one program with one address could take all places, and nobody else could sign in.
    private const int MostWaitingAtDoor = 8;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    // Not one a pair, which would grow without end: pairs that meet at a door merely wait for each other. Which ones meet nobody can choose, because the
    // hash is keyed.
    private readonly SemaphoreSlim[] doors = [.. Enumerable.Range(0, Doors).Select(_ => new SemaphoreSlim(AtOnce))];
    private readonly int[] waitingAt = new int[Doors];
    private int waiting;

    /// <summary>Waits for a turn; dispose it to end it.</summary>
    /// <exception cref="ServiceUnavailableError">Too many wait already, with this address from this network or in all.</exception>
    public async Task<IDisposable> EnterAsync(byte[] addressHash, string network, CancellationToken cancellationToken)
    {
        var number = (BinaryPrimitives.ReadUInt32LittleEndian(addressHash) ^ (uint)network.GetHashCode(StringComparison.Ordinal)) % Doors;
        var door = doors[number];
        // Whoever finds the door free does not wait, however many wait at others.
        if (!await door.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            await WaitAsync(door, number, cancellationToken);
        }

        return new Turn(door);
    }

    public void Dispose() => Array.ForEach(doors, door => door.Dispose());

    private async Task WaitAsync(SemaphoreSlim door, uint number, CancellationToken cancellationToken)
    {
        var (here, all) = (Interlocked.Increment(ref waitingAt[number]), Interlocked.Increment(ref waiting));
        try
        {
            if (here > MostWaitingAtDoor || all > MostWaiting)
            {
                throw new ServiceUnavailableError(RetryAfter, "Too many people are signing in at the moment");
            }

            await door.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref waitingAt[number]);
            Interlocked.Decrement(ref waiting);
        }
    }

    private sealed class Turn(SemaphoreSlim door) : IDisposable
    {
        private SemaphoreSlim? held = door;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}
