using System.Security.Cryptography;
using System.Text;
using CleanApi.Application.Access;
using CleanApi.Domain.Errors;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// Bounds what hashing takes of the machine. Each hash takes a processor for tens of milliseconds and tens of MiB: as many run at once as there are
/// processors, on threads of their own, so that the thread pool goes on serving others. No more wait than are soon done.
/// </summary>
internal sealed class PasswordHasher : IPasswordHasher, IDisposable
{
    // At 50 ms each, the last of them waits for about three seconds: beyond that, a client does better to come again.
    private static readonly int MostWaiting = 64 * Environment.ProcessorCount;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
    private const string Overloaded = "Too many people are signing in at the moment";

    private readonly IPasswordAlgorithm algorithm;
    private readonly ILogger<PasswordHasher> logger;
    private readonly SemaphoreSlim slots = new(Environment.ProcessorCount);
    private readonly string dummyHash;
    private int waiting;

    /// <summary>A hasher of this algorithm.</summary>
    public PasswordHasher(IPasswordAlgorithm algorithm, ILogger<PasswordHasher> logger)
    {
        this.algorithm = algorithm;
        this.logger = logger;
        dummyHash = algorithm.Hash(RandomNumberGenerator.GetBytes(16));
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
        RunAsync(password, bytes => algorithm.Hash(bytes), cancellationToken);

    /// <inheritdoc />
    public Task<bool> VerifyAsync(string password, string? hash, CancellationToken cancellationToken)
    {
        var isVerifiable = hash is not null && algorithm.Recognizes(hash);
        if (!isVerifiable && hash is not null)
        {
            logger.LogError("A password hash is in a form that cannot be verified; its account cannot sign in");
        }

        // The dummy takes as long to verify as any other, so that the time of the answer does not tell whether there is an account.
        return RunAsync(password, bytes => algorithm.Verify(bytes, isVerifiable ? hash! : dummyHash) && isVerifiable, cancellationToken);
    }

    /// <inheritdoc />
    public bool NeedsRehash(string hash) => algorithm.NeedsRehash(hash);

    /// <inheritdoc />
    public void Dispose() => slots.Dispose();

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
