using System.Security.Cryptography;
using System.Text;
using CleanApi.Application.Access;
using CleanApi.Domain.Errors;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// Hashes with the strongest algorithm that is here, verifies with whichever made the hash. Each hash takes a processor for tens of milliseconds and tens
/// of MiB: as many run at once as there are processors, on threads of their own, so that the thread pool goes on serving others. No more wait than are soon done.
/// </summary>
internal sealed class PasswordHasher : IPasswordHasher, IDisposable
{
    // At 50 ms each, the last of them waits for about three seconds: beyond that, a client does better to come again.
    private static readonly int MostWaiting = 64 * Environment.ProcessorCount;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
    private const string Overloaded = "Too many people are signing in at the moment";

    private readonly IReadOnlyList<IPasswordAlgorithm> algorithms;
    private readonly ILogger<PasswordHasher> logger;
    private readonly SemaphoreSlim slots = new(Environment.ProcessorCount);
    private readonly string nobodysHash;
    private int waiting;

    /// <summary>A hasher of these algorithms, the strongest first.</summary>
    public PasswordHasher(IReadOnlyList<IPasswordAlgorithm> algorithms, ILogger<PasswordHasher> logger)
    {
        this.algorithms = algorithms;
        this.logger = logger;
        nobodysHash = algorithms[0].Hash(RandomNumberGenerator.GetBytes(16));
    }

    /// <summary>Argon2id where libsodium is installed; elsewhere PBKDF2 alone, with a warning.</summary>
    public static PasswordHasher Create(ILogger<PasswordHasher> logger)
    {
        if (Libsodium.IsAvailable)
        {
            return new PasswordHasher([new Argon2idPasswordHasher(), new Pbkdf2PasswordHasher()], logger);
        }

        logger.LogWarning(
            "libsodium is not installed (Debian: libsodium23): passwords are hashed with PBKDF2 instead of Argon2id, and those hashed with Argon2id cannot be verified");
        return new PasswordHasher([new Pbkdf2PasswordHasher()], logger);
    }

    /// <inheritdoc />
    public void RequireCapacity()
    {
        if (Volatile.Read(ref waiting) >= MostWaiting)
        {
            throw new ServiceUnavailableError(RetryAfter, Overloaded);
        }
    }

    /// <inheritdoc />
    public Task<string> HashAsync(string password, CancellationToken cancellationToken) =>
        RunAsync(password, bytes => algorithms[0].Hash(bytes), cancellationToken);

    /// <inheritdoc />
    public Task<bool> VerifyAsync(string password, string? hash, CancellationToken cancellationToken)
    {
        var algorithm = hash is null ? null : Find(hash);
        if (algorithm is null && hash is not null)
        {
            logger.LogError("A password hash is in a form that cannot be verified here; its account cannot sign in");
        }

        // Nobody's hash is verified all the same, so that the answer takes as long as any other.
        return RunAsync(password, bytes => algorithm is null ? algorithms[0].Verify(bytes, nobodysHash) && false : algorithm.Verify(bytes, hash!), cancellationToken);
    }

    /// <inheritdoc />
    public bool NeedsRehash(string hash) => !algorithms[0].Recognizes(hash) || algorithms[0].NeedsRehash(hash);

    /// <inheritdoc />
    public void Dispose() => slots.Dispose();

    private IPasswordAlgorithm? Find(string hash) => algorithms.FirstOrDefault(algorithm => algorithm.Recognizes(hash));

    private async Task<T> RunAsync<T>(string password, Func<byte[], T> work, CancellationToken cancellationToken)
    {
        await WaitAsync(cancellationToken);
        try
        {
            return await Task.Factory.StartNew(
                () => WithBytes(password, work), CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref waiting);
            throw new ServiceUnavailableError(RetryAfter, Overloaded);
        }

        try
        {
            await slots.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    // Pinned, so that the garbage collector leaves no copies behind, and wiped afterwards.
    private static T WithBytes<T>(string password, Func<byte[], T> work)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(Encoding.UTF8.GetByteCount(password), pinned: true);
        try
        {
            Encoding.UTF8.GetBytes(password, bytes);
            return work(bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }
}
